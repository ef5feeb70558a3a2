import fc from 'fast-check';
import type { BidToAward } from '../../../core/award/bid-to-award.js';
import type { PriceTier } from '../../../core/offer/schedule.js';
import { orderBids } from '../../../core/award/order-bids.js';
import { priceAt } from '../../../core/award/price-at.js';
import { amountRp } from '../../../core/kernel/quantity.js';
import type { LotAward } from '../../../core/award/lot-award.js';
import { awardSingleLot, type SingleLot } from '../../../../test/support/award-single-lot.js';
import { computeProblem, type ComputeProblemOptions } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const computeAward = (lot: SingleLot, options: ComputeProblemOptions = {}): Promise<LotAward> =>
  awardSingleLot(lot, (problem) => computeProblem(problem, solver, { relativeGap: 0, ...options }));

interface Sample {
  readonly bids?: number;
  readonly demand?: number;
  readonly prices: fc.Arbitrary<number>;
  readonly ceiling: fc.Arbitrary<number>;
}

const tiersOf = (sample: Sample, demand: number): fc.Arbitrary<PriceTier[]> =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: demand }), sample.prices), {
      minLength: 1,
      maxLength: 3,
      selector: ([fromPacks]) => fromPacks,
    })
    .map((tiers) =>
      tiers
        .map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit }))
        .sort((a, b) => a.fromPacks - b.fromPacks),
    );

const lots = (sample: Sample): fc.Arbitrary<SingleLot> => {
  const demand = sample.demand ?? 12;
  const bid = fc.record({
    capacityPacks: fc.integer({ min: 0, max: demand + 3 }),
    minimumPacks: fc.integer({ min: 0, max: Math.ceil(demand / 2) }),
    hour: fc.integer({ min: 0, max: 2 }),
    tiers: tiersOf(sample, demand),
  });
  return fc
    .record({
      demandPacks: fc.integer({ min: 0, max: demand }),
      packSizeMilli: fc.constantFrom(50_000, 1_875, 1, 999),
      ceilingRpPerUnit: sample.ceiling,
      bids: fc.array(bid, { maxLength: sample.bids ?? 4 }),
    })
    .map((lot) => ({
      ...lot,
      lotId: 'lot',
      bids: lot.bids.map(({ hour, ...rest }, place): BidToAward => {
        const bidId = 'dbca'[place] ?? `e${place}`;
        return {
          ...rest,
          bidId,
          supplierId: `supplier ${bidId}`,
          submittedAt: `2026-11-12T0${hour}:00:00Z`,
          leadTimeDays: 3,
        };
      }),
    }));
};

/** Few prices, so that ties abound; and real ones. */
const tied: Sample = { prices: fc.integer({ min: 1, max: 4 }), ceiling: fc.integer({ min: 2, max: 4 }) };
const real: Sample = {
  prices: fc.integer({ min: 9_000, max: 13_000 }),
  ceiling: fc.integer({ min: 10_000, max: 13_000 }),
};

interface Best {
  packs: readonly number[];
  cost: number;
}

/** Every award there is, the earliest bid's packs falling, so that the first of equal cost is the one that ties prefer. */
const tryAll = (lot: SingleLot): Best => {
  const bids = orderBids(lot.bids);
  let best: Best = { packs: [], cost: Infinity };
  const visit = (packs: readonly number[], left: number, cost: number): void => {
    const bid = bids[packs.length];
    if (!bid) {
      const total = cost + left * (lot.ceilingRpPerUnit + 1);
      if (total < best.cost) best = { packs, cost: total };
      return;
    }
    for (let take = Math.min(left, bid.capacityPacks); take > 0; take -= 1) {
      const price = priceAt(bid.tiers, take)?.priceRpPerUnit ?? Infinity;
      if (take >= bid.minimumPacks && price <= lot.ceilingRpPerUnit)
        visit([...packs, take], left - take, cost + take * price);
    }
    visit([...packs, 0], left, cost);
  };
  visit([], lot.demandPacks, 0);
  return best;
};

/** The same optimum by a table over packs served: slower to read, but it reaches larger lots. */
const fillTable = (lot: SingleLot): number => {
  let cheapest = Array.from({ length: lot.demandPacks + 1 }, (_, served) => (served === 0 ? 0 : Infinity));
  for (const bid of lot.bids) {
    cheapest = cheapest.map((without, served) => {
      let least = without;
      for (let take = Math.max(1, bid.minimumPacks); take <= Math.min(served, bid.capacityPacks); take += 1) {
        const price = priceAt(bid.tiers, take)?.priceRpPerUnit ?? Infinity;
        if (price <= lot.ceilingRpPerUnit)
          least = Math.min(least, (cheapest[served - take] ?? Infinity) + take * price);
      }
      return least;
    });
  }
  return Math.min(
    ...cheapest.map((cost, served) => cost + (lot.demandPacks - served) * (lot.ceilingRpPerUnit + 1)),
  );
};

const expectSameAsTryingAll = async (lot: SingleLot): Promise<void> => {
  const best = tryAll(lot);
  const award = await computeAward(lot, { alwaysSolve: true });
  const given = orderBids(lot.bids).flatMap(({ bidId, tiers }, rank) => {
    const packs = best.packs[rank] ?? 0;
    const price = priceAt(tiers, packs)?.priceRpPerUnit ?? 0;
    return packs > 0 ? [{ bidId, packs, amountRp: amountRp(packs, lot.packSizeMilli, price) }] : [];
  });
  const unserved = lot.demandPacks - given.reduce((sum, { packs }) => sum + packs, 0);
  expect(
    award.lines.map(({ bidId, packs, amountRp: amount }) => ({ bidId, packs, amountRp: amount })),
  ).toEqual(given);
  expect(award.costRp).toBe(given.reduce((sum, line) => sum + line.amountRp, 0));
  expect(award.penaltyRp).toBe(amountRp(unserved, lot.packSizeMilli, lot.ceilingRpPerUnit + 1));
  expect({ unserved: award.unservedPacks, gapPpm: award.gapPpm }).toEqual({ unserved, gapPpm: 0 });
};

describe('the award computed', () => {
  it('equals trying every award, to the rupiah and to the pack, where prices tie', async () => {
    await fc.assert(fc.asyncProperty(lots(tied), expectSameAsTryingAll), { numRuns: 200 });
  });

  it('equals trying every award at real prices', async () => {
    await fc.assert(fc.asyncProperty(lots(real), expectSameAsTryingAll), { numRuns: 150 });
  });

  it('costs what a table over all packs says on larger lots', async () => {
    const large = lots({ ...real, bids: 9, demand: 300 });
    await fc.assert(
      fc.asyncProperty(large, async (lot) => {
        const award = await computeAward({ ...lot, packSizeMilli: 1_000 });
        expect({ total: award.costRp + award.penaltyRp, gapPpm: award.gapPpm }).toEqual({
          total: fillTable(lot),
          gapPpm: 0,
        });
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same award by the short way and by the solver, whatever the order of the bids', async () => {
    const once = fc.tuple(lots(tied), fc.infiniteStream(fc.nat()));
    await fc.assert(
      fc.asyncProperty(once, async ([lot, chance]) => {
        const short = await computeAward(lot);
        const shuffled = {
          ...lot,
          bids: lot.bids
            .map((each) => ({ each, at: chance.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each),
        };
        const solved = await computeAward(shuffled, { alwaysSolve: true });
        expect({ ...solved, way: short.way, nodes: short.nodes }).toEqual(short);
      }),
      { numRuns: 100 },
    );
  });

  it('proves nothing it did not find out: with no search allowed the gap is stated and still holds', async () => {
    const bids = Array.from({ length: 12 }, (_, n): BidToAward => ({
      bidId: `b${n}`,
      supplierId: `supplier b${n}`,
      submittedAt: '2026-11-12T02:00:00Z',
      capacityPacks: 190 + 11 * n,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: [
        { fromPacks: 41 + 7 * n, priceRpPerUnit: 11_000 - 37 * n },
        { fromPacks: 97 + 13 * n, priceRpPerUnit: 10_400 + 11 * n },
        { fromPacks: 151 + 17 * n, priceRpPerUnit: 9_900 + 3 * n * n },
      ],
    }));
    const hard = { lotId: 'hard', demandPacks: 997, packSizeMilli: 50_000, ceilingRpPerUnit: 12_000, bids };
    const proven = await computeAward(hard);
    const hurried = await computeAward(hard, { maxNodes: 0 });
    expect(proven.gapPpm).toBe(0);
    expect(proven.costRp + proven.penaltyRp).toBe(50 * fillTable(hard));
    expect(hurried.gapPpm).toBeGreaterThan(0);
    expect(hurried.boundRp).toBeLessThanOrEqual(proven.costRp + proven.penaltyRp);
    expect(hurried.costRp + hurried.penaltyRp).toBeGreaterThanOrEqual(proven.costRp + proven.penaltyRp);
  });
});
