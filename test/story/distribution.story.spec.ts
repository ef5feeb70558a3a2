import readExcelFile from 'read-excel-file/node';
import request from 'supertest';
import { bringDrops, untilSettled } from '../support/bring-drops.js';
import { koperasiLogins, signContracts, soon } from '../support/given.js';
import { endBidding, placeBid } from '../support/given-bids.js';
import { payOpenDues } from '../support/pay.js';
import { rows } from '../support/read-answers.js';
import { anonymous, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Item {
  itemId: string;
  packCode: string;
  mode: string;
  distribution: { supplierName: string; quotaPerBuyerPacks: number; rule: { id: string; en: string } } | null;
}
interface Lot {
  id: string;
  itemId: string;
  mode: string;
  state: string;
  quantityPacks: number;
}
interface Drop {
  id: string;
  koperasiId: string;
  supplierId: string;
  pickupPlace: string | null;
  lines: { lineId: string; lotId: string; shippedPacks: number }[];
}

let river: River;
beforeAll(async () => {
  river = await startRiver();
});
afterAll(() => river.stop());

const packsOf = (drops: readonly Drop[]): number =>
  drops.flatMap((drop) => drop.lines).reduce((sum, line) => sum + line.shippedPacks, 0);

const download = (person: Person, path: string) =>
  request(river.baseUrl)
    .get(`/api/v1/${path}`)
    .set('Authorization', `Bearer ${person.token}`)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        done(null, Buffer.concat(chunks));
      });
    });

const SPHP = 'BERAS-SPHP/XSA50';
const SUGAR = 'GULA/XSA50';
const PLACE = 'Gudang Mrican (contoh)';

describe('a pool with an item by tender and one that a supplier distributes', () => {
  it('carries both from commitment to invoice, with a request file instead of typed orders', async () => {
    const [officer, chair, observer, bulog, grocer] = await Promise.all(
      ['organiser-officer', 'organiser-chair', 'observer', 'supplier-1', 'supplier-2'].map((login) =>
        signIn(river, login),
      ),
    );
    if (!officer || !chair || !observer || !bulog || !grocer) throw new Error('nobody there');
    const koperasi = await Promise.all((await koperasiLogins(river, 3)).map((login) => signIn(river, login)));

    const terms = {
      supplierId: bulog.partyId,
      priceRpPerUnit: 11_000,
      quotaPerBuyerPacks: 40,
      stockPacks: 70,
      maxPerPickupPacks: 20,
      pickupPlace: PLACE,
    };
    const draft = (distribution: object | undefined, mode: string | undefined = 'distribution') => ({
      organiserId: officer.partyId,
      title: 'Putaran SPHP (contoh)',
      regionCode: '35.71',
      closesAt: soon(3_600_000),
      biddingPeriodS: 3600,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      steps: { standstillS: 0 },
      items: [{ packCode: SUGAR }, { packCode: SPHP, mode, distribution }],
    });
    for (const [body, field] of [
      [draft(undefined), 'items.1.distribution'],
      [draft(terms, 'tender'), 'items.1.mode'],
      [draft({ ...terms, priceRpPerUnit: 99_000 }), 'items.1.distribution.priceRpPerUnit'],
      [draft({ ...terms, supplierId: officer.partyId }), 'items.1.distribution.supplierId'],
      [draft({ ...terms, pickupPlace: ' ' }), 'items.1.distribution.pickupPlace'],
      [draft({ ...terms, quotaPerBuyerPacks: 0 }), 'items.1.distribution.quotaPerBuyerPacks'],
    ] as const) {
      const refused = await officer.post('pools', body);
      expect([400, 422]).toContain(refused.status);
      expect((refused.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([
        field,
      ]);
    }
    const created = await officer.post('pools', draft(terms));
    expect(created.status).toBe(201);
    const { id: poolId } = created.body as { id: string };
    expect((await officer.post(`pools/${poolId}/open`)).status).toBe(204);

    // Before anybody commits, everybody reads what the rule is.
    const { items } = (await anonymous(river).get(`pools/${poolId}`)).body as { items: Item[] };
    const [sugar, sphp] = items;
    if (!sugar || !sphp) throw new Error('no items');
    expect(sugar).toMatchObject({ mode: 'tender', distribution: null });
    expect(sphp).toMatchObject({
      packCode: SPHP,
      mode: 'distribution',
      distribution: { ...terms, rule: { id: expect.stringContaining('paling banyak 40 kemasan') as string } },
    });

    const order = (person: Person, lines: { item: Item; packs: number; on?: string; limit?: number }[]) =>
      person.post(`pools/${poolId}/commitments`, {
        koperasiId: person.partyId,
        lines: lines.map(({ item, packs, on = '2026-12-02', limit }) => ({
          itemId: item.itemId,
          neededBy: on,
          quantityPacks: packs,
          ...(limit === undefined ? {} : { maxLandedRp: limit }),
        })),
      });
    const [one, two, three] = koperasi;
    if (!one || !two || !three) throw new Error('too few koperasi');
    expect((await order(one, [{ item: sphp, packs: 41 }])).body).toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect((await order(one, [{ item: sphp, packs: 1, limit: 10_999 }])).body).toMatchObject({
      code: 'LIMIT_BELOW_FIXED_PRICE',
    });
    const lines = [
      { item: sphp, packs: 30 },
      { item: sphp, packs: 10, on: '2026-12-09' },
      { item: sugar, packs: 6 },
    ];
    expect((await order(one, lines)).status).toBe(201);
    expect((await order(one, lines)).status).toBe(201);
    expect((await order(one, [{ item: sphp, packs: 1, on: '2026-12-10' }])).body).toMatchObject({
      code: 'QUOTA_EXCEEDED',
    });
    expect((await order(two, [{ item: sphp, packs: 40, limit: 11_000 }])).status).toBe(201);
    expect((await order(three, [{ item: sphp, packs: 20 }])).status).toBe(201);
    expect((await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' })).status).toBe(204);

    // The distributed lot goes its way at once: nobody bids, proposes or approves.
    const given = await until('the distributed lot is shared out', async () => {
      const lots = await rows<Lot>(officer, `pools/${poolId}/lots`);
      return lots.find((lot) => lot.mode === 'distribution' && lot.state === 'contracted');
    });
    expect(given.quantityPacks).toBe(100);
    expect((await anonymous(river).get(`lots/${given.id}/award`)).body).toMatchObject({
      mode: 'distribution',
      state: 'approved',
      demandPacks: 100,
      awardedPacks: 70,
      unservedPacks: 30,
      costRp: 70 * 550_000,
      proposedBy: null,
      approvedBy: null,
      lines: [{ bidId: null, supplierId: bulog.partyId, packs: 70, priceRpPerUnit: 11_000 }],
      losingBids: [],
    });
    const bid = {
      capacityPacks: 6,
      minimumPacks: 0,
      leadTimeDays: 1,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 16_000 }],
    };
    expect((await grocer.put(`lots/${given.id}/bids/${grocer.partyId}`, bid)).status).toBe(404);
    expect((await officer.post(`lots/${given.id}/award/propose`)).status).toBe(409);

    // 70 of 100: seven tenths for everybody; the first koperasi has two lines.
    const shares = await rows<{ koperasiId: string; allocatedPacks: number }>(
      officer,
      `lots/${given.id}/shares`,
    );
    const got = koperasi.map((person) =>
      shares
        .filter((share) => share.koperasiId === person.partyId)
        .reduce((sum, share) => sum + share.allocatedPacks, 0),
    );
    expect(got).toEqual([28, 28, 14]);

    // Its page speaks of shares, and of nobody who won.
    const page = (await anonymous(river).get(`lots/${given.id}/award/explanation?language=id`)).text;
    expect(page).toContain('Diminta 100 kemasan, dibagi 70, kurang 30.');
    expect(page).not.toContain('PEMENANG');

    const path = `lots/${given.id}/requests/${bulog.partyId}`;
    const file = await download(bulog, path);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    expect(file.headers['content-disposition']).toContain('.xlsx');
    const [sheet] = await readExcelFile(file.body as Buffer);
    const cells = (sheet?.data ?? []).slice(2);
    expect(cells.map((row) => [row[7], row[8], row[10], row[12]])).toEqual(
      expect.arrayContaining([
        [28, 1_400, 15_400_000, 2],
        [14, 700, 7_700_000, 1],
        [70, 3_500, 38_500_000, 5],
      ]),
    );
    // Three lines, their sum, and the head of the audit chain at that moment.
    expect(cells).toHaveLength(5);
    expect(cells.slice(0, 3).map((row) => row[11])).toEqual([PLACE, PLACE, PLACE]);
    // The head moves on meanwhile: reading is noted too.
    for (const reader of [officer, observer]) {
      const [same] = await readExcelFile((await download(reader, path)).body as Buffer);
      expect((same?.data ?? []).slice(0, -1)).toEqual((sheet?.data ?? []).slice(0, -1));
    }
    for (const stranger of [grocer, one]) expect((await stranger.get(path)).status).toBe(403);
    expect((await anonymous(river).get(path)).status).toBe(401);
    expect((await grocer.get(`lots/${given.id}/requests/${grocer.partyId}`)).status).toBe(404);

    // The other lot is tendered as ever.
    const tendered = (await rows<Lot>(officer, `pools/${poolId}/lots`)).find((lot) => lot.mode === 'tender');
    if (!tendered) throw new Error('no lot of sugar');
    await placeBid(grocer, tendered.id, bid);
    await endBidding(river, poolId);
    await until('the award is computed', async () => {
      const shown = await officer.get(`lots/${tendered.id}/award`);
      return shown.status === 200 ? shown : undefined;
    });
    expect((await officer.post(`lots/${tendered.id}/award/propose`)).status).toBe(204);
    expect((await chair.post(`lots/${tendered.id}/award/approve`)).status).toBe(204);
    await signContracts(officer, [grocer], tendered.id);

    const drops = await until('every drop is planned', async () => {
      const listed = await rows<{ id: string }>(officer, `drops?poolId=${poolId}`);
      const found = await Promise.all(
        listed.map(async ({ id }) => (await officer.get(`drops/${id}`)).body as Drop),
      );
      return packsOf(found) === 76 ? found : undefined;
    });
    const pickups = drops.filter((drop) => drop.pickupPlace === PLACE);
    expect(pickups.map((drop) => packsOf([drop])).sort((a, b) => a - b)).toEqual([8, 8, 14, 20, 20]);
    expect(drops.filter((drop) => drop.pickupPlace === null)).toHaveLength(1);

    await payOpenDues(river, poolId);
    await bringDrops(officer, [bulog, grocer, ...koperasi], drops);
    await untilSettled(officer, poolId);
    const invoices = await rows<{ issuerId: string; amountRp: number }>(officer, `invoices?poolId=${poolId}`);
    const billedBy = (person: Person): number =>
      invoices
        .filter((invoice) => invoice.issuerId === person.partyId)
        .reduce((sum, invoice) => sum + invoice.amountRp, 0);
    expect(billedBy(bulog)).toBe(70 * 550_000);
    expect(billedBy(grocer)).toBe(6 * 50 * 16_000);
    const summary = (await officer.get(`pools/${poolId}/summary`)).body as {
      checks: { name: string; holds: boolean }[];
      savedRp: number;
    };
    expect(summary.checks.filter((check) => !check.holds)).toEqual([]);
    expect(summary.savedRp).toBeGreaterThan(0);
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
