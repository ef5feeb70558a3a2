import { bringDrops } from '../support/bring-drops.js';
import { koperasiLogins } from '../support/given.js';
import { must } from '../support/must.js';
import {
  accountsOf,
  addedTo,
  aPoolWith,
  deliver,
  dropsOf,
  duesOf,
  payOverHttp,
  playToContract,
  releaseOverHttp,
  type ContractCast,
  type Due,
} from '../support/play-contract.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

let river: River;
let cast: ContractCast;
let observer: Person;

beforeAll(async () => {
  river = await startRiver();
  const [officer, treasurer, chair, admin, watcher] = await Promise.all(
    ['organiser-officer', 'organiser-treasurer', 'organiser-chair', 'admin', 'observer'].map((login) =>
      signIn(river, login),
    ),
  );
  if (!officer || !treasurer || !chair || !admin || !watcher) throw new Error('nobody there');
  observer = watcher;
  const koperasi = await Promise.all((await koperasiLogins(river, 3)).map((login) => signIn(river, login)));
  const bidders = await Promise.all(['supplier-1', 'supplier-2'].map((login) => signIn(river, login)));
  cast = { officer, treasurer, chair, koperasi, bidders };
  // A forum may coordinate, and sells nothing in its own name before it is somebody before the law.
  const refused = await officer.post('pools', {
    ...{ organiserId: officer.partyId, title: 'Tanpa badan hukum (uji)', regionCode: '35.71' },
    ...{ closesAt: new Date(Date.now() + 3_600_000).toISOString(), biddingPeriodS: 3600 },
    ...{ neededFrom: '2026-12-01', neededUntil: '2099-12-31', contractMode: 'secondary' },
    items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
  });
  expect(refused.body).toMatchObject({ code: 'CONTRACT_MODE_NEEDS_LEGAL_ENTITY' });
  await must(
    admin.post(`parties/${officer.partyId}/legal-facts`, {
      ...{ kind: 'legal-entity', holds: true, validFrom: '2020-01-01', basis: 'SK AHU (uji)' },
    }),
  );
});
afterAll(() => river.stop());

const everybody = (of: ContractCast): Person[] => [of.treasurer, ...of.koperasi, ...of.bidders];
const booksOf = (of: ContractCast): Promise<Record<string, number>[]> =>
  Promise.all(everybody(of).map(accountsOf));
const added = async (
  of: ContractCast,
  before: readonly Record<string, number>[],
): Promise<Record<string, number>[]> =>
  (await booksOf(of)).map((after, place) => addedTo(before[place] ?? {}, after));
/** Who owes whom how much, by kind. */
const sums = (dues: readonly Due[], nameOf: (id: string) => string): Record<string, number> => {
  const byKind: Record<string, number> = {};
  for (const { kind, payerId, payeeId, amountRp } of dues) {
    const key = `${kind}: ${nameOf(payerId)} to ${nameOf(payeeId)}`;
    byKind[key] = (byKind[key] ?? 0) + amountRp;
  }
  return byKind;
};

/**
 * 30 and 10 sacks of 50 kg; one supplier has 20 at Rp11,500 a kilogram (Rp575,000 a sack), the other 20 at Rp12,100
 * (Rp605,000); the fee is Rp20 a kilogram (Rp1,000 a sack). 40 sacks are 20 x 575,000 + 20 x 605,000 + 40 x 1,000
 * = Rp23,640,000, Rp591,000 a sack for all.
 *
 * One sack of the dear supplier's never comes to the first koperasi. What really was bought is 11,500,000 + 19 x 605,000
 * + 39 x 1,000 = Rp23,034,000, invoiced are 39 x 591,000 = Rp23,049,000: Rp15,000 go back by sacks, 29 to 10, so that
 * they pay Rp17,127,846 and Rp5,906,154.
 */
describe('one season of a buy pool', () => {
  const PAID = [17_127_846, 5_906_154];
  const BILLED = [11_500_000, 11_495_000];
  const FEES = 39_000;
  const bids = [11_500, 12_100].map((priceRpPerUnit) => ({
    capacityPacks: 20,
    tiers: [{ fromPacks: 1, priceRpPerUnit }],
  }));

  const play = async (
    contractMode: 'direct' | 'secondary',
  ): Promise<{ poolId: string; ours: ContractCast }> => {
    const ours = { ...cast, koperasi: cast.koperasi.slice(0, 2) };
    const poolId = await aPoolWith(cast.officer, { contractMode, pricing: { feeRpPerUnit: 20 } });
    await playToContract(river, ours, poolId, { asked: [30, 10], bids });
    const drops = await dropsOf(ours, poolId, 40);
    await releaseOverHttp(ours, poolId);
    const short = drops.find(
      ({ senderId, receiverId }) =>
        senderId === ours.bidders[1]?.partyId && receiverId === ours.koperasi[0]?.partyId,
    );
    await deliver(ours, poolId, drops, ({ id }) => (id === short?.id ? 1 : 0));
    return { poolId, ours };
  };
  const nameOf = (id: string): string => {
    const [organiser, one, two, cheap, dear] = [
      cast.treasurer,
      ...cast.koperasi.slice(0, 2),
      ...cast.bidders,
    ].map(({ partyId }) => partyId);
    const names = { [organiser ?? '']: 'organiser', [cheap ?? '']: 'cheap', [dear ?? '']: 'dear' };
    return names[id] ?? (id === one || id === two ? 'koperasi' : 'somebody');
  };

  it.each(['direct', 'secondary'] as const)(
    'in mode %s ends in the same books, to the rupiah',
    async (mode) => {
      const ours = { ...cast, koperasi: cast.koperasi.slice(0, 2) };
      const before = await booksOf(ours);
      const { poolId } = await play(mode);

      const dues = sums(await duesOf(ours, poolId), nameOf);
      if (mode === 'direct')
        expect(dues).toEqual({
          'payment-request: koperasi to cheap': 20 * 591_000,
          'payment-request: koperasi to dear': 20 * 591_000,
          'credit: dear to koperasi': 591_000,
          'equalisation: cheap to organiser': 20 * 16_000,
          'equalisation: organiser to dear': 19 * 14_000,
          'credit: organiser to koperasi': 15_000,
        });
      else
        expect(dues).toEqual({
          'payment-request: koperasi to organiser': 23_640_000,
          'credit: organiser to koperasi': 591_000 + 15_000,
          'supplier-bill: organiser to cheap': BILLED[0],
          'supplier-bill: organiser to dear': BILLED[1],
        });

      expect(await payOverHttp(ours, poolId)).toBeGreaterThan(0);
      expect((await duesOf(ours, poolId)).filter(({ state }) => state === 'open')).toEqual([]);
      const bought = (amountRp = 0) => ({ bank: -amountRp, purchases: amountRp });
      const sold = (amountRp = 0) => ({ bank: amountRp, sales: -amountRp });
      // Bought at Rp22,995,000 and sold at the same, fee and what went back taken off: nothing is the organiser's but its fee.
      const resold = mode === 'secondary' ? { purchases: 22_995_000, sales: -22_995_000 } : {};
      expect(await added(ours, before)).toEqual([
        { bank: FEES, fees: -FEES, ...resold },
        bought(PAID[0]),
        bought(PAID[1]),
        sold(BILLED[0]),
        sold(BILLED[1]),
      ]);
      expect((await observer.get('ledger/trial-balance')).body).toMatchObject({ sumRp: 0, balances: true });
      expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
    },
  );
});

/**
 * Two koperasi sell 20 sacks of 50 kg each; one buyer takes 24 at Rp10,000 a kilogram, another 16 at Rp9,500, which
 * all pay: Rp475,000 a sack, of which Rp5,000 are the fee. One sack of the first koperasi's never arrives.
 * Invoiced are 39 x 475,000 = Rp18,525,000: 19 x 470,000 and 20 x 470,000 to the koperasi, 39 x 5,000 the fee.
 */
describe('one season of a sell pool', () => {
  it.each(['direct', 'secondary'] as const)(
    'in mode %s ends in the same books, to the rupiah',
    async (contractMode) => {
      const [kitchen, trader] = await Promise.all(
        ['kitchen-1', 'supplier-3'].map((login) => signIn(river, login)),
      );
      if (!kitchen || !trader) throw new Error('nobody there');
      // The second and the third sell, for the first is the kitchen's partner.
      const ours = { ...cast, koperasi: cast.koperasi.slice(1), bidders: [kitchen, trader] };
      const before = await booksOf(ours);
      const poolId = await aPoolWith(
        cast.officer,
        { contractMode, side: 'sell', pricing: { feeRpPerUnit: 100 } },
        { floorRpPerUnit: 9_000, floorSource: 'HPS rapat (uji)' },
      );
      const bids = [
        { capacityPacks: 24, tiers: [{ fromPacks: 1, priceRpPerUnit: 10_000 }] },
        { capacityPacks: 16, tiers: [{ fromPacks: 1, priceRpPerUnit: 9_500 }] },
      ];
      await playToContract(river, ours, poolId, { asked: [20, 20], bids });
      const drops = await dropsOf(ours, poolId, 40);
      await releaseOverHttp(ours, poolId);
      const short = drops.find(({ senderId }) => senderId === ours.koperasi[0]?.partyId);
      await deliver(ours, poolId, drops, ({ id }) => (id === short?.id ? 1 : 0));
      const collectors = new Set(
        (await duesOf(ours, poolId))
          .filter(({ kind }) => kind === 'payment-request')
          .map(({ payeeId }) => payeeId),
      );
      expect(collectors).toEqual(
        new Set(
          contractMode === 'direct' ? ours.koperasi.map(({ partyId }) => partyId) : [cast.officer.partyId],
        ),
      );
      await payOverHttp(ours, poolId);
      const taken = [24, 16].map((packs, place) =>
        ours.bidders[place]?.partyId === short?.receiverId ? packs - 1 : packs,
      );
      const resold = contractMode === 'secondary' ? { purchases: 39 * 470_000, sales: -39 * 470_000 } : {};
      expect(await added(ours, before)).toEqual([
        { bank: 39 * 5_000, fees: -39 * 5_000, ...resold },
        { bank: 19 * 470_000, sales: -19 * 470_000 },
        { bank: 20 * 470_000, sales: -20 * 470_000 },
        ...taken.map((packs) => ({ bank: -packs * 475_000, purchases: packs * 475_000 })),
      ]);
      expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
    },
  );
});

describe('a pool whose bills fall due by each party’s terms', () => {
  it('gives time to whom it was granted and fits, and asks the others before goods leave', async () => {
    const [seller] = cast.bidders;
    const [trusted, stranger, small] = cast.koperasi;
    if (!seller || !trusted || !stranger || !small) throw new Error('nobody there');
    const grant = (buyerId: string, limitRp: number) =>
      must(seller.post(`parties/${seller.partyId}/credit-terms`, { buyerId, days: 30, limitRp }));
    // Ten sacks at Rp500,000 are Rp5,000,000: to the rupiah within the one limit, a rupiah above the other.
    await grant(trusted.partyId, 5_000_000);
    await grant(small.partyId, 4_999_999);
    const ours = { ...cast, bidders: [seller] };
    const poolId = await aPoolWith(cast.officer, { dueBy: 'party' });
    // What the bid grants all counts for nobody here.
    const bid = { capacityPacks: 30, paymentDays: 14, tiers: [{ fromPacks: 1, priceRpPerUnit: 10_000 }] };
    await playToContract(river, ours, poolId, { asked: [10, 10, 10], bids: [bid] });
    const drops = await dropsOf(ours, poolId, 30);
    await until('the drop of who may pay later is released', async () => {
      const drop = drops.find(({ receiverId }) => receiverId === trusted.partyId);
      const { releasedAt } = await must<{ releasedAt: string | null }>(cast.officer.get(`drops/${drop?.id}`));
      return releasedAt ?? undefined;
    });
    const asked = await until('the others are asked', async () => {
      const dues = await duesOf(ours, poolId);
      return dues.length === 2 ? dues : undefined;
    });
    expect(asked.map(({ kind, payerId, amountRp }) => [kind, payerId, amountRp]).sort()).toEqual(
      [stranger, small].map(({ partyId }) => ['payment-request', partyId, 5_000_000]).sort(),
    );
    await releaseOverHttp(ours, poolId);
    await deliver(ours, poolId, drops, () => 0);
    const [balance, ...more] = (await duesOf(ours, poolId)).filter(({ state }) => state === 'open');
    expect([balance, more]).toMatchObject([
      { kind: 'balance', payerId: trusted.partyId, payeeId: seller.partyId, amountRp: 5_000_000 },
      [],
    ]);
    const days = (Date.parse(balance?.dueAt ?? '') - Date.now()) / 86_400_000;
    expect([Math.floor(days) >= 29, days <= 31]).toEqual([true, true]);
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});

describe('a pool in which goods are handed over on consignment', () => {
  it('asks for what is sold, bills what nobody gave back, and closes with the last pack', async () => {
    const [seller] = cast.bidders;
    const [shop] = cast.koperasi;
    if (!seller || !shop) throw new Error('nobody there');
    const terms = { buyerId: shop.partyId, kind: 'consignment', limitRp: 900_000_000 };
    const granted = `parties/${seller.partyId}/credit-terms`;
    expect((await seller.post(granted, { ...terms, days: 0 })).body).toMatchObject({
      code: 'CONSIGNMENT_WITHOUT_DAYS',
    });
    await must(seller.post(granted, { ...terms, days: 14 }));
    const ours = { ...cast, bidders: [seller], koperasi: [shop] };
    const poolId = await aPoolWith(cast.officer, { dueBy: 'party' });
    const bid = { capacityPacks: 10, tiers: [{ fromPacks: 1, priceRpPerUnit: 10_000 }] };
    await playToContract(river, ours, poolId, { asked: [10], bids: [bid] });
    const drops = await dropsOf(ours, poolId, 10);
    const dropId = drops[0]?.id ?? '';
    await until('the drop is released', async () => {
      const drop = await must<{ releasedAt: string | null }>(cast.officer.get(`drops/${dropId}`));
      return drop.releasedAt ?? undefined;
    });
    const lineId = drops[0]?.lines[0]?.lineId ?? '';
    await bringDrops(cast.officer, [seller, shop], drops);
    interface Consigned {
      readonly lines: { lineId: string; soldPacks: number; returnedPacks: number; leftPacks: number }[];
      readonly returns: { id: string; state: string }[];
      readonly endedAt: string | null;
    }
    const seen = async (): Promise<Consigned | undefined> =>
      (
        await must<{ data: (Consigned & { dropId: string })[] }>(
          shop.get(`parties/${shop.partyId}/consignments`),
        )
      ).data.find((one) => one.dropId === dropId);
    await until('the consignment is open', seen);
    expect(await duesOf(ours, poolId)).toEqual([]);
    const tell = (who: Person, what: 'sales' | 'returns', packs: number) =>
      who.post(`consignments/${dropId}/${what}`, { lines: [{ lineId, packs }] });
    expect((await tell(shop, 'sales', 11)).body).toMatchObject({ code: 'CONSIGNMENT_ABOVE_LEFT' });
    expect((await tell(seller, 'sales', 1)).status).toBe(403);
    await must(tell(shop, 'sales', 6));
    const asked = await until('what was sold is asked for', async () => {
      const dues = await duesOf(ours, poolId);
      return dues.length === 1 ? dues : undefined;
    });
    expect(asked).toMatchObject([{ kind: 'payment-request', amountRp: 3_000_000, payeeId: seller.partyId }]);
    const { id } = await must<{ id: string }>(tell(shop, 'returns', 4));
    const answer = `consignments/${dropId}/returns/${id}/answer`;
    expect((await shop.post(answer, { isBack: true })).status).toBe(403);
    expect(await seller.post(answer, { isBack: true })).toMatchObject({ status: 204 });
    await until('it has ended', async () => (await seen())?.endedAt ?? undefined);
    expect((await seen())?.lines).toMatchObject([{ soldPacks: 6, returnedPacks: 4, leftPacks: 0 }]);
    const { data } = await must<{ data: { amountRp: number; poolId: string }[] }>(
      shop.get(`invoices?poolId=${poolId}`),
    );
    expect(data.map(({ amountRp }) => amountRp)).toEqual([3_000_000]);
    expect((await duesOf(ours, poolId)).map(({ amountRp }) => amountRp)).toEqual([3_000_000]);
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
