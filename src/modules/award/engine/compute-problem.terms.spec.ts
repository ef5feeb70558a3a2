import type { AwardProblem, ProblemBid, ProblemLot } from '../../../core/award/joint/award-problem.js';
import { clearingPrices } from '../../../core/award/joint/clearing-prices.js';
import {
  PLAIN_BID,
  PLAIN_LOT,
  PLAIN_PROBLEM,
  PLAIN_SUPPLIER,
} from '../../../core/award/joint/plain-terms.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

type Tiers = readonly (readonly [fromPacks: number, priceRpPerUnit: number])[];

const bid = (
  bidId: string,
  capacityPacks: number,
  tiers: Tiers,
  rest: Partial<ProblemBid> = {},
): ProblemBid => ({
  ...PLAIN_BID,
  bidId,
  supplierId: bidId,
  lotId: 'rice',
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks,
  tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
  ...rest,
});

interface Rest extends Partial<Pick<AwardProblem, 'side' | 'annualRateBps'>> {
  readonly lot?: Partial<ProblemLot>;
  readonly reserved?: readonly string[];
}

const rice = (
  packs: number,
  bids: readonly ProblemBid[],
  { lot, reserved = [], ...rest }: Rest = {},
): AwardProblem => ({
  ...PLAIN_PROBLEM,
  ...rest,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: 'rice',
      packSizeMilli: 1_000,
      limitRpPerUnit: 11_000,
      demands: [{ zoneId: 'north', packs }],
      ...lot,
    },
  ],
  suppliers: bids.map(({ supplierId }) => ({
    ...PLAIN_SUPPLIER,
    supplierId,
    isReserved: reserved.includes(supplierId),
  })),
  bids,
});

const packsOf = async (problem: AwardProblem): Promise<[string, number][]> =>
  (await computeProblem(problem, solver)).deliveries.map(({ bidId, packs }) => [bidId, packs]);

describe('the terms of an award', () => {
  it('holds the ceiling against the landed price, tax and freight included', async () => {
    const taxed = bid('a', 10, [[1, 10_900]], { taxBps: 110 });
    expect(await packsOf(rice(10, [taxed]))).toEqual([]);
    expect(await packsOf(rice(10, [{ ...taxed, taxBps: 91 }]))).toEqual([['a', 10]]);
    expect(await packsOf(rice(10, [{ ...taxed, taxBps: 0, freightRpPerUnit: { north: 101 } }]))).toEqual([]);
  });

  it('compares what paying later is worth, but pays the price', async () => {
    const bids = [bid('cash', 10, [[1, 10_000]]), bid('later', 10, [[1, 10_050]], { paymentDays: 30 })];
    expect(await packsOf(rice(10, bids))).toEqual([['cash', 10]]);
    const award = await computeProblem(rice(10, bids, { annualRateBps: 1_200 }), solver);
    expect(award.deliveries).toEqual([{ bidId: 'later', zoneId: 'north', packs: 10 }]);
    expect(award.cost).toMatchObject({
      goodsMilliRp: 100_500_000n,
      termsMilliRp: 990_000n,
      totalMilliRp: 99_510_000n,
    });
  });

  it('weighs missing suppliers, and states them', async () => {
    const bids = [bid('a', 10, [[1, 10_000]]), bid('b', 10, [[1, 10_100]])];
    const wished = (missingSupplierRp: number): AwardProblem =>
      rice(10, bids, { lot: { minSuppliers: 2, missingSupplierRp } });
    const shown = await computeProblem(wished(0), solver);
    expect(shown).toMatchObject({ missingSuppliers: [{ lotId: 'rice', suppliers: 1 }], way: 'direct' });
    expect(await packsOf(wished(99))).toEqual([['a', 10]]);
    expect(await packsOf(wished(101))).toEqual([
      ['a', 9],
      ['b', 1],
    ]);
  });

  it('keeps a share for reserved suppliers, as far as they can deliver', async () => {
    const bids = [bid('big', 100, [[1, 10_000]]), bid('koperasi', 20, [[1, 10_500]])];
    const kept = (reservedShareBps: number): Promise<[string, number][]> =>
      packsOf(rice(100, bids, { lot: { reservedShareBps }, reserved: ['koperasi'] }));
    expect(await kept(1_500)).toEqual([
      ['big', 85],
      ['koperasi', 15],
    ]);
    expect(await kept(3_000)).toEqual([
      ['big', 80],
      ['koperasi', 20],
    ]);
    expect(await packsOf(rice(100, bids, { lot: { reservedShareBps: 3_000 } }))).toEqual([['big', 100]]);
  });

  it('gives no buyer more packs of a bid than it allows, alone and together', async () => {
    // Ten buyers of 1 pack and one of 10: A and B together reach 10 + 4 packs.
    const buyers = [10, ...Array.from({ length: 10 }, () => 1)];
    const lot = { demands: [{ zoneId: 'north', packs: 20, buyers }] };
    const limited = { maxPerBuyerPacks: 2 };
    const bids = [
      bid('a', 8, [[1, 10_000]], limited),
      bid('b', 8, [[1, 10_000]], limited),
      bid('c', 20, [[1, 10_500]]),
    ];
    expect(await packsOf(rice(20, bids, { lot }))).toEqual([
      ['a', 8],
      ['b', 6],
      ['c', 6],
    ]);
  });

  it('shares eighty thousand buyers without counting them one by one', async () => {
    const buyers = Array.from({ length: 80_000 }, (_, buyer) => 1 + (buyer % 7));
    const packs = buyers.reduce((sum, each) => sum + each, 0);
    const lot = { demands: [{ zoneId: 'north', packs, buyers }] };
    const bids = ['a', 'b', 'c', 'd'].map((id, place) =>
      bid(id, packs, [[1, 10_000 + place]], { maxPerBuyerPacks: 1 }),
    );
    const award = await computeProblem(rice(packs, bids, { lot }), solver);
    // At most 4 of each buyer's packs: those of 1, 2 and 3 packs get all.
    const served = buyers.reduce((sum, each) => sum + Math.min(each, 4), 0);
    expect(award.unserved).toEqual([{ lotId: 'rice', zoneId: 'north', packs: packs - served }]);
    expect(award.deliveries[0]).toEqual({ bidId: 'a', zoneId: 'north', packs: 80_000 });
    expect(award.gapPpm).toBe(0);
  });

  it('keeps a bid whose later packs rise beyond the limit out of zones where they do', async () => {
    const lot = {
      limitRpPerUnit: 11_000,
      demands: [
        { zoneId: 'far', packs: 3 },
        { zoneId: 'near', packs: 6 },
      ],
    };
    const rising = bid(
      'a',
      9,
      [
        [1, 9_000],
        [4, 10_800],
      ],
      {
        tierKind: 'incremental',
        surchargeRpPerUnit: { far: 500 },
      },
    );
    // Far takes 3 at Rp9,500 and no more of A; near takes 6 at Rp9,000 and Rp10,800: far is served at most with 3.
    const award = await computeProblem(rice(0, [rising], { lot }), solver);
    expect(award.deliveries).toEqual([{ bidId: 'a', zoneId: 'near', packs: 6 }]);
    const nearer = await computeProblem(
      rice(0, [{ ...rising, surchargeRpPerUnit: { far: 200 } }], { lot }),
      solver,
    );
    expect(nearer.unserved).toEqual([]);
  });

  it('sells to the highest bids over the floor, for one price', async () => {
    const bids = [
      bid('a', 60, [[1, 10_000]]),
      bid('b', 50, [[1, 9_500]], { freightRpPerUnit: { north: 100 } }),
      bid('c', 50, [[1, 9_300]]),
      bid('low', 100, [[1, 8_900]]),
    ];
    const problem = rice(120, bids, { side: 'sell', lot: { limitRpPerUnit: 9_000 } });
    const award = await computeProblem(problem, solver);
    expect(award.deliveries.map(({ bidId, packs }) => [bidId, packs])).toEqual([
      ['a', 60],
      ['b', 50],
      ['c', 10],
    ]);
    expect(award.cost).toMatchObject({
      goodsMilliRp: 1_000_000n * (600n + 475n + 93n),
      freightMilliRp: 5_000_000n,
      penaltyMilliRp: 0n,
      totalMilliRp: 1_000_000n * (600n + 470n + 93n),
    });
    expect([...clearingPrices(problem, award.deliveries)]).toEqual([['rice', 9_300]]);
  });

  it('holds a minimum order against the goods, when selling too', async () => {
    const bids = [bid('a', 10, [[1, 10_000]]), bid('b', 10, [[1, 9_500]])];
    const problem = rice(10, bids, { side: 'sell', lot: { limitRpPerUnit: 9_000 } });
    const [a, b] = problem.suppliers;
    if (!a || !b) throw new Error('two suppliers');
    const asked = (minimumOrderRp: number): AwardProblem => ({
      ...problem,
      suppliers: [{ ...a, minimumOrderRp }, b],
    });
    expect(await packsOf(asked(100_000))).toEqual([['a', 10]]);
    expect(await packsOf(asked(100_001))).toEqual([['b', 10]]);
  });

  it('settles ties by the earlier bid, then the id, whatever the solver found', async () => {
    const at = (hour: number): Partial<ProblemBid> => ({ submittedAt: `2026-11-12T0${hour}:00:00Z` });
    const bids = [bid('d', 2, [[1, 2]], at(3)), bid('b', 6, [[1, 2]], at(2))];
    const problem = rice(7, bids, { lot: { limitRpPerUnit: 2 } });
    expect(await packsOf(problem)).toEqual([
      ['b', 6],
      ['d', 1],
    ]);
    const same = [bid('d', 6, [[1, 2]]), bid('b', 2, [[1, 2]])];
    expect(await packsOf(rice(7, same, { lot: { limitRpPerUnit: 2 } }))).toEqual([
      ['b', 2],
      ['d', 5],
    ]);
  });

  it('refuses terms it could not keep', async () => {
    const plain = rice(10, [bid('a', 10, [[1, 10_000]])]);
    const withBid = (rest: Partial<ProblemBid>): AwardProblem => ({
      ...plain,
      bids: plain.bids.map((each) => ({ ...each, ...rest })),
    });
    await expect(computeProblem(withBid({ maxPerBuyerPacks: 1 }), solver)).rejects.toThrow(
      'needs the buyers',
    );
    await expect(computeProblem({ ...withBid({ taxBps: 1 }), side: 'sell' }, solver)).rejects.toThrow(
      'taxBps',
    );
    await expect(
      computeProblem({ ...withBid({ paymentDays: 366 }), annualRateBps: 10_000 }, solver),
    ).rejects.toThrow('paymentDays');
    const buyers = { lotId: 'rice', demands: [{ zoneId: 'north', packs: 10, buyers: [9] }] };
    await expect(
      computeProblem({ ...plain, lots: plain.lots.map((lot) => ({ ...lot, ...buyers })) }, solver),
    ).rejects.toThrow('ask 9 packs');
  });
});
