import { untilSettled } from '../support/bring-drops.js';
import { koperasiLogins, signContracts, soon } from '../support/given.js';
import { endBidding, placeBid } from '../support/given-bids.js';
import { payOpenDues } from '../support/pay.js';
import { rows } from '../support/read-answers.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';
import { verifyAward } from '../support/verify-award.js';

interface Drop {
  id: string;
  supplierId: string;
  koperasiId: string;
  senderId: string;
  receiverId: string;
  lines: { lineId: string; shippedPacks: number }[];
}
interface Invoice {
  id: string;
  issuerId: string;
  payerId: string;
  amountRp: number;
}
interface Proceeds {
  koperasiId: string;
  acceptedPacks: number;
  worthBps: number;
  invoicedRp: number;
  proceedsRp: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const packsOf = (drops: readonly Drop[]): number =>
  sum(drops.flatMap(({ lines }) => lines.map(({ shippedPacks }) => shippedPacks)));

const PACK = 'BERAS-MEDIUM/XSA50';
const KG = 50;

describe('a pool in which koperasi sell together', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver();
  });
  afterAll(async () => {
    await river.stop();
  });

  it('runs the river the other way, from floors to proceeds by grade', async () => {
    const [officer, chair, observer, kitchen, trader, miser] = await Promise.all(
      ['organiser-officer', 'organiser-chair', 'observer', 'kitchen-1', 'supplier-1', 'supplier-2'].map(
        (login) => signIn(river, login),
      ),
    );
    const koperasi = await Promise.all((await koperasiLogins(river, 5)).map((login) => signIn(river, login)));
    const [one, two, three, other] = koperasi;
    if (!officer || !chair || !observer || !kitchen || !trader || !miser || !one || !two || !three || !other)
      throw new Error('nobody there');
    const sellers = [one, two, three];

    const item = { packCode: PACK, floorRpPerUnit: 9_000, floorSource: 'HPS rapat (uji)' };
    const grades = [
      { code: 'A', priceBps: 10_000 },
      { code: 'B', priceBps: 9_000 },
    ];
    const draft = (change: object = {}, itemChange: object = {}) => ({
      organiserId: officer.partyId,
      title: 'Jual bersama (uji)',
      regionCode: '35.71',
      side: 'sell',
      closesAt: soon(3_600_000),
      biddingPeriodS: 3600,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      steps: { standstillS: 0 },
      items: [{ ...item, grades, ...itemChange }],
      pricing: { feeRpPerUnit: 100 },
      ...change,
    });
    const { floorRpPerUnit: _, floorSource: __, ...bare } = item;
    for (const [body, code] of [
      [draft({ items: [bare] }), 'FLOOR_MISSING'],
      [draft({ items: [{ ...bare, floorRpPerUnit: 9_000 }] }), 'FLOOR_WITHOUT_SOURCE'],
      [draft({}, { ceilingRpPerUnit: 9_000 }), 'CEILING_WHEN_SELLING'],
      [draft({ side: 'buy' }), 'FLOOR_WHEN_BUYING'],
      [draft({ side: 'buy', items: [{ ...bare, grades }] }), 'GRADES_ONLY_WHEN_SELLING'],
      [draft({}, { grades: [grades[1]] }), 'GRADE_FIRST_NOT_FULL'],
      [draft({}, { mode: 'distribution' }), 'DISTRIBUTION_WHEN_SELLING'],
      [draft({ pricing: { kind: 'per-zone' } }), 'ZONE_PRICE_WHEN_SELLING'],
    ] as const)
      expect((await officer.post('pools', body)).body).toMatchObject({ code });
    const created = await officer.post('pools', draft());
    expect([created.status, created.body]).toMatchObject([201, { id: expect.any(String) as string }]);
    const { id: poolId } = created.body as { id: string };
    expect((await officer.post(`pools/${poolId}/open`)).status).toBe(204);
    const pool = (await officer.get(`pools/${poolId}`)).body as { items: { itemId: string }[] };
    expect(pool).toMatchObject({
      side: 'sell',
      items: [{ floorRpPerUnit: 9_000, floorSource: item.floorSource, ceilingRpPerUnit: null, grades }],
    });

    const offer = (person: Person, packs: number, change: object = { minProceedsRp: 8_900 }) =>
      person.post(`pools/${poolId}/commitments`, {
        koperasiId: person.partyId,
        lines: [{ itemId: pool.items[0]?.itemId, neededBy: '2026-12-02', quantityPacks: packs, ...change }],
      });
    expect((await offer(one, 20, { maxLandedRp: 9_000 })).body).toMatchObject({
      code: 'MAX_LANDED_WHEN_SELLING',
    });
    expect((await offer(one, 20, { beneficiaryId: kitchen.partyId })).body).toMatchObject({
      code: 'BENEFICIARY_WHEN_SELLING',
    });
    const placed = await offer(one, 20);
    expect([placed.status, placed.body]).toMatchObject([
      201,
      { data: [{ minProceedsRp: 8_900, maxLandedRp: null }] },
    ]);
    for (const person of [two, three]) expect((await offer(person, 10)).status).toBe(201);
    const [standing] = await rows<{ id: string; version: number; minProceedsRp: number }>(
      two,
      `pools/${poolId}/commitments`,
    );
    expect(standing).toMatchObject({ minProceedsRp: 8_900, maxLandedRp: null });
    const line = `pools/${poolId}/commitments/${standing?.id ?? ''}`;
    expect((await two.patch(line, 1, { maxLandedRp: 1 })).body).toMatchObject({
      code: 'MAX_LANDED_WHEN_SELLING',
    });
    expect((await two.patch(line, 1, { minProceedsRp: 9_100 })).status).toBe(200);
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah menawarkan' });
    const lot = await until('the lot is formed', async () => {
      const [formed] = await rows<{ id: string; side: string }>(officer, `pools/${poolId}/lots`);
      return formed;
    });
    expect(lot.side).toBe('sell');

    const bidOf = (capacityPacks: number, priceRpPerUnit: number, change: object = {}) => ({
      capacityPacks,
      minimumPacks: 0,
      leadTimeDays: 1,
      tiers: [{ fromPacks: 1, priceRpPerUnit }],
      ...change,
    });
    const bid = (person: Person, body: object) => person.put(`lots/${lot.id}/bids/${person.partyId}`, body);
    await placeBid(kitchen, lot.id, bidOf(24, 10_000));
    const falling = [
      { fromPacks: 1, priceRpPerUnit: 9_500 },
      { fromPacks: 10, priceRpPerUnit: 9_400 },
    ];
    expect((await bid(trader, bidOf(16, 9_500, { tiers: falling }))).body).toMatchObject({
      code: 'BID_PRICE_FALLS_WITH_VOLUME',
    });
    expect((await bid(trader, bidOf(16, 9_500, { taxBps: 100 }))).status).toBe(422);
    expect((await bid(trader, bidOf(16, 9_500))).status).toBe(200);
    expect((await bid(other, bidOf(40, 9_300))).status).toBe(200);
    expect((await bid(miser, bidOf(40, 8_999))).status).toBe(200);
    expect((await bid(one, bidOf(10, 9_900))).body).toMatchObject({ code: 'BIDDER_SELLS_IN_LOT' });
    expect((await bid(officer, bidOf(10, 9_900))).status).toBe(403);
    const terms = { fixedChargeRp: 1, capacityMilli: null, minimumOrderRp: 0 };
    expect(
      (await kitchen.put(`pools/${poolId}/supplier-terms/${kitchen.partyId}`, terms)).body,
    ).toMatchObject({ code: 'FIXED_CHARGE_WHEN_SELLING' });
    // A seal is a seal on both sides: nobody sees another's bid, the sellers least of all.
    for (const person of [kitchen, trader, other, one, officer])
      expect(
        (await rows<{ supplierId: string }>(person, `lots/${lot.id}/bids`)).filter(
          ({ supplierId }) => supplierId !== person.partyId,
        ),
      ).toEqual([]);
    expect(await rows(kitchen, `lots/${lot.id}/bids`)).toHaveLength(1);

    await endBidding(river, poolId);
    const award = await until('the award is computed', async () => {
      const answer = await officer.get(`lots/${lot.id}/award`);
      return answer.status === 200 ? (answer.body as object) : undefined;
    });
    expect(award).toMatchObject({
      clearingRpPerUnit: 9_500,
      awardedPacks: 40,
      costRp: KG * (24 * 10_000 + 16 * 9_500),
      losingBids: [
        { supplierId: other.partyId, code: 'LOWER' },
        { supplierId: miser.partyId, code: 'PRICE_BELOW_FLOOR' },
      ],
    });
    // Nobody's bid is dropped: one below the floor is shown as failed, with what it offered.
    const opened = (await one.get(`lots/${lot.id}/bids`)).body as { data: { supplierId: string }[] };
    expect(opened).toMatchObject({ failed: [{ supplierId: miser.partyId, code: 'BID_BELOW_FLOOR' }] });
    expect(opened.data.map(({ supplierId }) => supplierId)).toContain(miser.partyId);
    const page = (await one.get(`lots/${lot.id}/award/explanation?language=id`)).text;
    expect(page).toContain('Semua pembeli membayar harga yang sama: Rp9.500');
    expect(page).not.toContain('HEMAT');
    expect(await verifyAward((await one.get(`lots/${lot.id}/award/file`)).text)).toBe(0);
    expect((await officer.post(`lots/${lot.id}/award/propose`)).status).toBe(204);
    expect((await chair.post(`lots/${lot.id}/award/approve`)).status).toBe(204);
    await signContracts(officer, [kitchen, trader], lot.id);

    const drops = await until('every drop is planned', async () => {
      const listed = await rows<{ id: string }>(officer, `drops?poolId=${poolId}`);
      const found = await Promise.all(
        listed.map(async ({ id }) => (await officer.get(`drops/${id}`)).body as Drop),
      );
      return packsOf(found) === 40 ? found : undefined;
    });
    let missing = 1;
    let gradeB = 0;
    await payOpenDues(river, poolId);
    for (const [place, drop] of drops.entries()) {
      const seller = sellers.find(({ partyId }) => partyId === drop.senderId);
      const buyer = [kitchen, trader].find(({ partyId }) => partyId === drop.receiverId);
      if (!seller || !buyer) throw new Error('a drop of somebody else');
      expect([drop.koperasiId, drop.supplierId]).toEqual([seller.partyId, buyer.partyId]);
      const note = { deliveryNote: `SJ-JUAL-${place}` };
      expect((await buyer.post(`drops/${drop.id}/dispatch`, note)).status).toBe(403);
      expect((await seller.post(`drops/${drop.id}/dispatch`, note)).status).toBe(200);
      const counted = drop.lines.map(({ lineId, shippedPacks }) => ({
        lineId,
        acceptedPacks: shippedPacks - missing,
        quarantinedPacks: 0,
        damagedPacks: 0,
        missingPacks: missing,
      }));
      const graded = counted.map((each) => ({
        ...each,
        grades: [
          { code: 'A', packs: each.acceptedPacks - 3 },
          { code: 'B', packs: 3 },
        ],
      }));
      expect((await seller.post(`drops/${drop.id}/receipt`, { lines: graded })).status).toBe(403);
      expect((await buyer.post(`drops/${drop.id}/receipt`, { lines: counted })).body).toMatchObject({
        code: 'GRADES_NOT_COUNTED',
      });
      for (let turn = 0; turn < 2; turn += 1)
        expect((await buyer.post(`drops/${drop.id}/receipt`, { lines: graded })).status).toBe(200);
      gradeB += 3 * drop.lines.length;
      missing = 0;
    }
    await untilSettled(officer, poolId);

    // Everybody pays the one price for what was accepted, a lower grade its part of it.
    const worth = (39 - gradeB) * 10_000 + gradeB * 9_000;
    const invoices = await rows<Invoice>(officer, `invoices?poolId=${poolId}`);
    const invoicedRp = sum(invoices.map(({ amountRp }) => amountRp));
    expect(invoicedRp).toBe((worth * KG * 9_500) / 10_000);
    for (const { issuerId, payerId } of invoices) {
      expect(sellers.map(({ partyId }) => partyId)).toContain(issuerId);
      expect([kitchen.partyId, trader.partyId]).toContain(payerId);
    }
    const own = await rows<Invoice>(kitchen, `invoices?poolId=${poolId}`);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ payerId }) => payerId === kitchen.partyId)).toBe(true);
    expect(await rows(other, `invoices?poolId=${poolId}`)).toEqual([]);

    const proceeds = await rows<Proceeds>(officer, `lots/${lot.id}/proceeds`);
    expect(proceeds.map(({ koperasiId }) => koperasiId).sort()).toEqual(
      sellers.map(({ partyId }) => partyId).sort(),
    );
    expect(sum(proceeds.map((each) => each.worthBps))).toBe(worth);
    const feesRp = (worth * KG * 100) / 10_000;
    expect(sum(proceeds.map((each) => each.proceedsRp)) + feesRp).toBe(invoicedRp);
    expect(await rows<Proceeds>(two, `lots/${lot.id}/proceeds`)).toEqual(
      proceeds.filter(({ koperasiId }) => koperasiId === two.partyId),
    );
    expect(await rows(kitchen, `lots/${lot.id}/proceeds`)).toEqual([]);

    const summary = (await officer.get(`pools/${poolId}/summary`)).body as {
      addsUp: boolean;
      checks: { name: string; holds: boolean }[];
      togetherRp: number;
    };
    expect(summary.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(summary.togetherRp).toBe(40 * KG * 9_400);
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
