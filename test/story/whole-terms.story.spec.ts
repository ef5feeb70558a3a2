import { koperasiLogins, signContracts, soon } from '../support/given.js';
import { endBidding, onceBidding } from '../support/given-bids.js';
import { rows } from '../support/read-answers.js';
import { anonymous, signIn, startRiver, until, type River } from '../support/river.js';
import { verifyAward } from '../support/verify-award.js';

interface Lot {
  id: string;
  packCode: string;
  zones: { districtCode: string }[];
}
interface Award {
  groupLotIds: string[];
  costRp: number;
  lines: {
    supplierId: string;
    packs: number;
    fixedRp: number;
    amountRp: number;
    zones: { amountRp: number }[];
  }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('bids with their whole terms', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver();
  });
  afterAll(async () => {
    await river.stop();
  });

  it('are awarded together, explained to all, and recomputed by anyone', async () => {
    const [officer, chair, administrator, first, second] = await Promise.all(
      ['organiser-officer', 'organiser-chair', 'admin', 'supplier-1', 'supplier-2'].map((login) =>
        signIn(river, login),
      ),
    );
    if (!officer || !chair || !administrator || !first || !second) throw new Error('nobody there');
    const koperasi = await Promise.all((await koperasiLogins(river, 3)).map((login) => signIn(river, login)));

    const basis = { supplierClass: 'small-producer', basis: 'Surat dinas (uji)' };
    expect((await first.put(`parties/${second.partyId}/supplier-class`, basis)).status).toBe(403);
    expect((await administrator.put(`parties/${second.partyId}/supplier-class`, basis)).body).toMatchObject({
      ...basis,
      revision: 1,
    });
    const classPath = `parties/${second.partyId}/supplier-class`;
    const ordinary = { supplierClass: 'ordinary', basis: 'Surat dinas (uji)' };
    expect((await administrator.put(classPath, ordinary)).status).toBe(428);
    expect((await administrator.put(classPath, ordinary, 2)).status).toBe(412);
    expect((await administrator.put(classPath, ordinary, 1)).body).toMatchObject({ revision: 2 });
    expect((await administrator.put(classPath, basis, 2)).body).toMatchObject({ ...basis, revision: 3 });
    // The same again, sent by who got no answer, is answered as it stands.
    expect((await administrator.put(classPath, basis, 2)).body).toMatchObject({ ...basis, revision: 3 });

    const draft = {
      organiserId: officer.partyId,
      title: 'Putaran uji',
      regionCode: '35.71',
      closesAt: soon(3_600_000),
      biddingPeriodS: 3600,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      steps: { standstillS: 0 },
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }, { packCode: 'GULA/XSA50' }],
      award: { annualRateBps: 900, freight: [{ fromCode: '35.71', toCode: '35.71', rpPerUnit: 50 }] },
    };
    const unknown = { ...draft, award: { freight: [{ fromCode: '99.99', toCode: '35.71', rpPerUnit: 5 }] } };
    expect((await officer.post('pools', unknown)).body).toMatchObject({ code: 'REGION_UNKNOWN' });
    const { id: poolId } = (await officer.post('pools', draft)).body as { id: string };
    expect((await officer.post(`pools/${poolId}/open`)).status).toBe(204);
    const pool = (await officer.get(`pools/${poolId}`)).body as {
      items: { itemId: string }[];
      award: { annualRateBps: number; maxShareBps: number };
    };
    expect(pool.award).toMatchObject({ annualRateBps: 900, maxShareBps: 10_000 });
    for (const person of koperasi)
      expect(
        (
          await person.post(`pools/${poolId}/commitments`, {
            koperasiId: person.partyId,
            lines: pool.items.map(({ itemId }) => ({ itemId, neededBy: '2026-12-01', quantityPacks: 20 })),
          })
        ).status,
      ).toBe(201);
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const lots = await until('both lots are formed', async () => {
      const formed = await rows<Lot>(officer, `pools/${poolId}/lots`);
      return formed.length === 2 ? formed : undefined;
    });

    const terms = { fixedChargeRp: 300_000, capacityMilli: null, minimumOrderRp: 0 };
    const path = `pools/${poolId}/supplier-terms`;
    const submitted = await onceBidding(() => first.put(`${path}/${first.partyId}`, terms));
    expect([submitted.status, submitted.body]).toEqual([
      200,
      expect.objectContaining({ poolId, lotId: null, revision: 1, attempt: 1 }),
    ]);
    expect((await second.put(`${path}/${first.partyId}`, terms)).status).toBe(403);
    expect(
      (await first.put(`${path}/${first.partyId}`, { fixedChargeRp: 1, minimumOrderRp: 0 })).status,
    ).toBe(400);
    for (const stranger of [second, officer, chair]) expect(await rows(stranger, path)).toEqual([]);
    const dearer = { ...terms, fixedChargeRp: 400_000 };
    expect((await first.put(`${path}/${first.partyId}`, dearer)).status).toBe(428);
    expect((await first.put(`${path}/${first.partyId}`, dearer, 2)).status).toBe(412);
    // Not even its supplier is shown what it sealed.
    expect(await rows(first, path)).toMatchObject([{ supplierId: first.partyId, revision: 1, terms: null }]);

    const plain = { capacityPacks: 60, minimumPacks: 0, leadTimeDays: 2 };
    for (const lot of lots) {
      const zoneCode = lot.zones[0]?.districtCode ?? '';
      const cheap = {
        ...plain,
        tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
        surcharges: [{ zoneCode, rpPerUnit: 20 }],
        validUntil: '2099-12-31',
        origin: 'Kediri',
      };
      const elsewhere = { ...cheap, surcharges: [{ zoneCode: '35.99.01', rpPerUnit: 1 }] };
      expect((await first.put(`lots/${lot.id}/bids/${first.partyId}`, elsewhere)).body).toMatchObject({
        code: 'BID_ZONE_NOT_IN_LOT',
        errors: [{ field: 'surcharges.0.zoneCode' }],
      });
      const bid = await first.put(`lots/${lot.id}/bids/${first.partyId}`, cheap);
      expect([bid.status, bid.body]).toMatchObject([200, { lotId: lot.id, revision: 1 }]);
      const bidPath = `lots/${lot.id}/bids/${first.partyId}`;
      const { nonce } = bid.body as { nonce: string };
      // The same again is answered as it was; anything else needs the revision that was seen.
      expect((await first.put(bidPath, { ...cheap, nonce })).body).toEqual(bid.body);
      expect((await first.put(bidPath, cheap)).status).toBe(428);
      expect((await first.put(bidPath, cheap, 2)).status).toBe(412);
      expect([(await first.delete(bidPath)).status, (await first.delete(bidPath, 2)).status]).toEqual([
        428, 412,
      ]);
      expect((await first.put(bidPath, cheap, 1)).body).toMatchObject({ revision: 2 });
      expect(await rows(first, `lots/${lot.id}/bids`)).toMatchObject([
        { bidId: null, terms: null, revision: 2 },
      ]);
      const exWarehouse = {
        ...plain,
        tierKind: 'incremental',
        tiers: [
          { fromPacks: 1, priceRpPerUnit: 11_300 },
          { fromPacks: 31, priceRpPerUnit: 11_100 },
        ],
        warehouseCode: '35.71',
        paymentDays: 30,
      };
      expect((await second.put(`lots/${lot.id}/bids/${second.partyId}`, exWarehouse)).status).toBe(200);
    }

    await endBidding(river, poolId);
    const awards = await until('both lots are awarded', async () => {
      const found = await Promise.all(lots.map((lot) => officer.get(`lots/${lot.id}/award`)));
      return found.every(({ status }) => status === 200) ? found.map(({ body }) => body as Award) : undefined;
    });
    for (const award of awards) {
      expect([...award.groupLotIds].sort()).toEqual(lots.map(({ id }) => id).sort());
      expect(award.lines).toMatchObject([{ supplierId: first.partyId, packs: 60 }]);
      expect(award.costRp).toBe(sum(award.lines.map(({ amountRp }) => amountRp)));
      for (const line of award.lines)
        expect(sum(line.zones.map(({ amountRp }) => amountRp))).toBe(line.amountRp);
    }
    expect(sum(awards.flatMap(({ lines }) => lines.map(({ fixedRp }) => fixedRp)))).toBe(300_000);
    expect(await rows(officer, path)).toMatchObject([{ terms }]);
    expect(await rows(officer, `lots/${lots[0]?.id}/bids`)).toMatchObject([
      { terms: { tierKind: 'all-units', origin: 'Kediri' } },
      { terms: { tierKind: 'incremental', warehouseCode: '35.71' } },
    ]);

    const [lot] = lots;
    if (!lot) throw new Error('no lot');
    const member = koperasi[0] ?? officer;
    const explained = await member.get(`lots/${lot.id}/award/explanation`);
    expect(explained.body).toMatchObject({
      lotId: lot.id,
      losingBids: [{ supplierId: second.partyId, code: expect.any(String) as string }],
    });
    const { koperasi: parts } = explained.body as { koperasi: { koperasiId: string; packs: number }[] };
    expect(parts.map(({ packs }) => packs)).toEqual([20, 20, 20]);
    const { name: memberName } = (await member.get(`parties/${member.partyId}`)).body as { name: string };
    for (const [language, word] of [
      ['id', 'PEMENANG'],
      ['en', 'WINNERS'],
    ]) {
      const page = await member.get(`lots/${lot.id}/award/explanation?language=${language}`);
      expect(page.headers['content-type']).toContain('text/plain');
      expect(page.text).toContain(word);
      // People read names, not codes: of the pack, the kecamatan and, being members, each other.
      expect(page.text).toContain(memberName);
      expect(page.text).not.toContain(member.partyId);
      expect(page.text).not.toContain(lot.packCode);
    }
    expect((await anonymous(river).get(`lots/${lot.id}/award/explanation`)).status).toBe(404);

    const file = await member.get(`lots/${lot.id}/award/file`);
    expect(file.headers['content-type']).toContain('application/json');
    for (const person of koperasi) expect(file.text).not.toContain(person.partyId);
    expect(await verifyAward(file.text)).toBe(0);
    expect(await verifyAward(file.text.replace('"priceRpPerUnit":11000', '"priceRpPerUnit":10999'))).toBe(1);

    for (const { id } of lots) {
      expect((await officer.post(`lots/${id}/award/propose`)).status).toBe(204);
      expect((await chair.post(`lots/${id}/award/approve`)).status).toBe(204);
      await signContracts(officer, [first, second], id);
    }
    await until('the public may see it', async () => {
      const answer = await anonymous(river).get(`lots/${lot.id}/award/explanation`);
      return answer.status === 200 ? answer : undefined;
    });
    const shown = (await anonymous(river).get(`lots/${lot.id}/award/explanation`)).body as object;
    expect(JSON.stringify(shown)).not.toContain(member.partyId);
  });
});
