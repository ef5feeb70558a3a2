import { bringDrops, untilSettled } from '../support/bring-drops.js';
import { endBidding, placeBid } from '../support/given-bids.js';
import { koperasiLogins, signContracts, soon } from '../support/given.js';
import { payOpenDues } from '../support/pay.js';
import { rows } from '../support/read-answers.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';
import { verifyAward } from '../support/verify-award.js';

interface Lot {
  id: string;
  packCode: string;
}
interface Share {
  koperasiId: string;
  allocatedPacks: number;
  amountRp: number;
  reason: string | null;
  reasonEn: string | null;
  wouldPacks: number | null;
  suppliers: { supplierId: string; packs: number }[];
}
interface Drop {
  id: string;
  supplierId: string;
  koperasiId: string;
  lines: { lineId: string; shippedPacks: number }[];
}
interface Award {
  costRp: number;
  awardedPacks: number;
  unservedPacks: number;
  tolerancePacks: number;
  leftPacks: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const FEE = 5;
const [LIMITED, SCARCE, TOLERANT, PER_BUYER] = [
  'BERAS-MEDIUM/XSA50',
  'BERAS-MEDIUM/XSA25',
  'GULA/XSA50',
  'BERAS-PREMIUM/XSA25',
] as const;

/** What each of four koperasi, two of one kecamatan and one each of two others, asks of each item. */
const asked: Record<
  string,
  ({ quantityPacks: number; tolerancePacks?: number; maxLandedRp?: number } | null)[]
> = {
  [LIMITED]: [
    { quantityPacks: 30 },
    { quantityPacks: 30, maxLandedRp: 11_505 },
    { quantityPacks: 20, maxLandedRp: 11_504 },
    { quantityPacks: 20 },
  ],
  [SCARCE]: [40, 20, 20, 20].map((quantityPacks) => ({ quantityPacks })),
  [TOLERANT]: [
    { quantityPacks: 10, tolerancePacks: 3 },
    { quantityPacks: 10, tolerancePacks: 3 },
    null,
    null,
  ],
  [PER_BUYER]: [{ quantityPacks: 30 }, null, { quantityPacks: 5 }, null],
};

/** What the two suppliers bid on each. */
const offered: Record<string, (object | null)[]> = {
  [LIMITED]: [
    {
      capacityPacks: 200,
      tiers: [
        [1, 12_000],
        [60, 11_500],
      ],
    },
    null,
  ],
  [SCARCE]: [{ capacityPacks: 50, tiers: [[1, 11_000]] }, null],
  [TOLERANT]: [
    null,
    {
      capacityPacks: 200,
      tiers: [
        [1, 16_000],
        [25, 15_000],
      ],
    },
  ],
  [PER_BUYER]: [
    { capacityPacks: 100, maxPerBuyerPacks: 10, tiers: [[1, 13_000]] },
    { capacityPacks: 100, tiers: [[1, 13_500]] },
  ],
};

describe('who buys together', () => {
  let river: River;
  beforeAll(async () => {
    river = await startRiver();
  });
  afterAll(async () => {
    await river.stop();
  });

  it('is decided with the award, told to who is left out, and paid to the rupiah', async () => {
    const [officer, chair, observer, ...suppliers] = (await Promise.all(
      ['organiser-officer', 'organiser-chair', 'observer', 'supplier-1', 'supplier-2'].map((login) =>
        signIn(river, login),
      ),
    )) as [Person, Person, Person, Person, Person];
    const logins = await koperasiLogins(river, 100);
    const inDistrict = (code: string): string[] =>
      logins.filter((login) => login.startsWith(`kop-35.71.${code}`));
    const chosen = [...inDistrict('01').slice(0, 2), inDistrict('02')[0] ?? '', inDistrict('03')[0] ?? ''];
    const koperasi = await Promise.all(chosen.map((login) => signIn(river, login)));
    const [first, , third] = koperasi as [Person, Person, Person, Person];

    const created = await officer.post('pools', {
      organiserId: officer.partyId,
      title: 'Putaran uji',
      regionCode: '35.71',
      closesAt: soon(3_600_000),
      biddingPeriodS: 3600,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      items: [LIMITED, SCARCE, TOLERANT, PER_BUYER].map((packCode) => ({ packCode })),
      pricing: { kind: 'uniform', feeRpPerUnit: FEE },
      steps: { standstillS: 0 },
    });
    const { id: poolId } = created.body as { id: string };
    expect((await officer.post(`pools/${poolId}/open`)).status).toBe(204);
    const { items } = (await officer.get(`pools/${poolId}`)).body as {
      items: { itemId: string; packCode: string }[];
    };
    for (const [place, person] of koperasi.entries()) {
      const lines = items.flatMap(({ itemId, packCode }) => {
        const line = asked[packCode]?.[place];
        return line ? [{ itemId, neededBy: '2026-12-01', ...line }] : [];
      });
      const placed = await person.post(`pools/${poolId}/commitments`, { koperasiId: person.partyId, lines });
      expect(placed.status).toBe(201);
    }
    await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
    const lots = await until('the lots are formed', async () => {
      const formed = await rows<Lot>(officer, `pools/${poolId}/lots`);
      return formed.length === 4 ? formed : undefined;
    });
    for (const { id, packCode } of lots)
      for (const [place, supplier] of suppliers.entries()) {
        const offer = offered[packCode]?.[place] as { tiers: [number, number][] } | null | undefined;
        if (!offer) continue;
        const terms = {
          minimumPacks: 0,
          leadTimeDays: 2,
          ...offer,
          tiers: offer.tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
        };
        await placeBid(supplier, id, terms);
      }
    await endBidding(river, poolId);

    const awards = new Map<string, Award>();
    for (const { id, packCode } of lots)
      awards.set(
        packCode,
        await until(`${packCode} is awarded`, async () => {
          const answer = await officer.get(`lots/${id}/award`);
          return answer.status === 200 ? (answer.body as Award) : undefined;
        }),
      );
    const plain = { unservedPacks: 0, tolerancePacks: 0, leftPacks: 0 };
    expect(Object.fromEntries(awards)).toMatchObject({
      [LIMITED]: { ...plain, awardedPacks: 80, leftPacks: 20, costRp: 80 * 50 * 11_500 },
      [SCARCE]: { ...plain, awardedPacks: 50, unservedPacks: 50, costRp: 50 * 25 * 11_000 },
      [TOLERANT]: { ...plain, awardedPacks: 25, tolerancePacks: 5, costRp: 25 * 50 * 15_000 },
      [PER_BUYER]: { ...plain, awardedPacks: 35, costRp: 25 * (15 * 13_000 + 20 * 13_500) },
    });

    // One page says who was left out and why, without a name; the file is recomputed by anybody.
    const lotOf = (packCode: string): string => lots.find((lot) => lot.packCode === packCode)?.id ?? '';
    const page = await third.get(`lots/${lotOf(LIMITED)}/award/explanation?language=en`);
    expect(page.text).toContain('its limit price would be passed: 20 packs would come to Rp11,505,000');
    const taken = await third.get(`lots/${lotOf(TOLERANT)}/award/explanation?language=id`);
    expect(taken.text).toContain('Diambil 5 kemasan di atas pesanan');
    for (const { id } of lots) {
      const { text } = await third.get(`lots/${id}/award/file`);
      for (const person of koperasi) expect(text).not.toContain(person.partyId);
      expect(await verifyAward(text)).toBe(0);
      if (id !== lotOf(LIMITED)) continue;
      expect(await verifyAward(text.replace('"limitRpPerUnit":11504', '"limitRpPerUnit":11505'))).toBe(1);
    }

    for (const { id } of lots) {
      expect((await officer.post(`lots/${id}/award/propose`)).status).toBe(204);
      expect((await chair.post(`lots/${id}/award/approve`)).status).toBe(204);
      await signContracts(officer, suppliers, id);
    }
    const drops = await until('every drop is planned', async () => {
      const listed = await rows<{ id: string }>(officer, `drops?poolId=${poolId}`);
      const found = await Promise.all(
        listed.map(async ({ id }) => (await officer.get(`drops/${id}`)).body as Drop),
      );
      const packs = sum(found.flatMap(({ lines }) => lines.map(({ shippedPacks }) => shippedPacks)));
      return packs === 80 + 50 + 25 + 35 ? found : undefined;
    });

    const sharesOf = async (person: Person, packCode: string): Promise<(Share | undefined)[]> => {
      const shares = await rows<Share>(person, `lots/${lotOf(packCode)}/shares`);
      return koperasi.map(({ partyId }) => shares.find(({ koperasiId }) => koperasiId === partyId));
    };
    const packsOf = async (packCode: string): Promise<(number | undefined)[]> =>
      (await sharesOf(officer, packCode)).map((share) => share?.allocatedPacks);
    expect(await packsOf(LIMITED)).toEqual([30, 30, 0, 20]);
    expect(await packsOf(SCARCE)).toEqual([20, 10, 10, 10]);
    expect((await packsOf(TOLERANT)).slice(0, 2).sort()).toEqual([12, 13]);
    expect(await packsOf(PER_BUYER)).toEqual([30, undefined, 5, undefined]);
    const [cheap] = suppliers;
    for (const share of await sharesOf(officer, PER_BUYER))
      for (const { supplierId, packs } of share?.suppliers ?? [])
        if (supplierId === cheap.partyId) expect(packs).toBeLessThanOrEqual(10);

    // Why is told to its own koperasi, not to the others.
    const own = (await sharesOf(third, LIMITED))[2];
    expect(own).toMatchObject({ reason: 'LIMIT_EXCEEDED', wouldPacks: 20, amountRp: 0 });
    expect((await sharesOf(first, LIMITED))[2]).toMatchObject({ reason: null, wouldPacks: null });
    const told = await rows<{ kind: string; en: string }>(third, `parties/${third.partyId}/happenings`);
    expect(told.filter(({ kind }) => kind === 'line-left-out')).toHaveLength(1);

    await payOpenDues(river, poolId);
    await bringDrops(officer, [...suppliers, ...koperasi], drops);
    await untilSettled(officer, poolId);
    const invoices = await rows<{ amountRp: number }>(officer, `invoices?poolId=${poolId}`);
    const shared = (await Promise.all(lots.map(({ packCode }) => sharesOf(officer, packCode)))).flat();
    const feesRp = FEE * (80 * 50 + 50 * 25 + 25 * 50 + 35 * 25);
    expect(sum(invoices.map(({ amountRp }) => amountRp))).toBe(
      sum([...awards.values()].map(({ costRp }) => costRp)) + feesRp,
    );
    expect(sum(invoices.map(({ amountRp }) => amountRp))).toBe(
      sum(shared.map((share) => share?.amountRp ?? 0)),
    );
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
