import type { BidToAward } from '../../../core/award/bid-to-award.js';
import type { LotAward } from '../../../core/award/lot-award.js';
import { awardSingleLot, type SingleLot } from '../../../../test/support/award-single-lot.js';
import { computeProblem, type ComputeProblemOptions } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const computeAward = (lot: SingleLot, options: ComputeProblemOptions = {}): Promise<LotAward> =>
  awardSingleLot(lot, (problem) => computeProblem(problem, solver, { relativeGap: 0, ...options }));

const bid = (bidId: string, tiers: [number, number][], rest: Partial<BidToAward> = {}): BidToAward => ({
  bidId,
  supplierId: `supplier ${bidId}`,
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 1_000,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
  ...rest,
});

const rice = (demandPacks: number, bids: BidToAward[]): SingleLot => ({
  lotId: 'rice',
  demandPacks,
  packSizeMilli: 50_000,
  ceilingRpPerUnit: 12_000,
  bids,
});

describe('computing the award of a lot', () => {
  it('splits where the cheapest cannot deliver all, and says what that saves', async () => {
    const lot = rice(100, [
      bid(
        'a',
        [
          [1, 11_000],
          [60, 10_000],
        ],
        { capacityPacks: 70 },
      ),
      bid('b', [[1, 10_800]]),
      bid('c', [[100, 10_500]]),
      bid('d', [[1, 12_500]]),
      bid('e', [[101, 9_000]]),
    ]);
    const award = await computeAward(lot);
    expect(award.lines.map(({ bidId, packs, priceRpPerUnit }) => [bidId, packs, priceRpPerUnit])).toEqual([
      ['a', 70, 10_000],
      ['b', 30, 10_800],
    ]);
    expect(award).toMatchObject({
      costRp: 51_200_000,
      boundRp: 51_200_000,
      gapPpm: 0,
      savedRp: 1_300_000,
      way: 'solver',
    });
    expect(award.bestSingle?.line.bidId).toBe('c');
    expect(award.reasons.map(({ bidId, code }) => [bidId, code])).toEqual([
      ['c', 'DEARER_IN_TOTAL'],
      ['d', 'PRICE_ABOVE_CEILING'],
      ['e', 'MINIMUM_ABOVE_DEMAND'],
    ]);
  });

  it('breaks a tie between two suppliers and three by the earlier bid, not by the number of suppliers', async () => {
    const exactly = (bidId: string, packs: number, hour: number): BidToAward =>
      bid(bidId, [[1, 10_000]], {
        minimumPacks: packs,
        capacityPacks: packs,
        submittedAt: `2026-11-12T0${hour}:00:00Z`,
      });
    const lot = rice(12, [
      exactly('y', 6, 3),
      exactly('z', 6, 4),
      exactly('w', 4, 2),
      exactly('x', 4, 5),
      exactly('v', 4, 6),
    ]);
    const award = await computeAward(lot);
    expect(award.lines.map(({ bidId }) => bidId)).toEqual(['w', 'x', 'v']);
    expect(award.reasons.map(({ code }) => code)).toEqual(['DEARER', 'DEARER']);
  });

  it('serves more of two awards that cost the same, by the short way and by the solver', async () => {
    // 5 at Rp1 and 6 unserved at Rp3, or 10 at Rp2 and 1 unserved: 23 either way.
    const lot = {
      ...rice(11, [
        bid(
          'a',
          [
            [1, 1],
            [6, 2],
          ],
          { capacityPacks: 10 },
        ),
      ]),
      ceilingRpPerUnit: 2,
    };
    for (const alwaysSolve of [true, false]) {
      const award = await computeAward(lot, { alwaysSolve });
      expect(award).toMatchObject({ lines: [{ packs: 10, tier: 1 }], unservedPacks: 1 });
    }
  });

  it('leaves unserved what nobody may deliver', async () => {
    const award = await computeAward(
      rice(10, [
        bid('a', [[1, 10_000]], { capacityPacks: 8 }),
        bid('b', [[1, 9_000]], { minimumPacks: 3, capacityPacks: 3 }),
        bid('c', [[1, 13_000]]),
      ]),
    );
    expect(award).toMatchObject({ unservedPacks: 0, costRp: 50 * (7 * 10_000 + 3 * 9_000) });
    const none = await computeAward(rice(10, []));
    expect(none).toMatchObject({
      lines: [],
      unservedPacks: 10,
      penaltyRp: 6_000_500,
      gapPpm: 0,
      bestSingle: null,
      way: 'direct',
    });
  });

  it('stays exact at a million packs', async () => {
    const lot = rice(1_000_000, [
      bid(
        'a',
        [
          [1, 11_000],
          [400_000, 10_001],
        ],
        { capacityPacks: 600_000 },
      ),
      bid(
        'b',
        [
          [1, 10_999],
          [500_000, 10_002],
        ],
        { capacityPacks: 499_999 },
      ),
      bid('c', [[1, 11_998]], { capacityPacks: 3 }),
      bid('d', [[400_001, 10_000]], { capacityPacks: 400_001 }),
    ]);
    const award = await computeAward(lot);
    expect(award.lines.map(({ bidId, packs }) => [bidId, packs])).toEqual([
      ['a', 599_999],
      ['d', 400_001],
    ]);
    expect(award.gapPpm).toBe(0);
  });

  it('refuses a malformed lot before any solver is asked', async () => {
    const twice = bid('a', [[1, 10_000]]);
    await expect(computeAward(rice(10, [twice, twice]))).rejects.toThrow('stands twice');
    await expect(
      computeAward(
        rice(10, [
          bid('a', [
            [5, 10_000],
            [5, 9_000],
          ]),
        ]),
      ),
    ).rejects.toThrow('at least 6');
    await expect(computeAward(rice(10.5, []))).rejects.toThrow(RangeError);
  });
});
