import fc from 'fast-check';
import { admitOffers } from '../../../core/award/joint/admit-offers.js';
import type { AwardProblem, ProblemAward } from '../../../core/award/joint/award-problem.js';
import { listBrokenDeliveries } from '../../../core/award/joint/list-broken-deliveries.js';
import { pricePlaces } from '../../../core/award/joint/price-places.js';
import { smallProblems, type SmallKind } from '../../../../test/support/small-problems.js';
import { tryEveryAward } from '../../../../test/support/try-every-award.js';
import { computeProblem, type ComputeProblemOptions } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const REAL: SmallKind = { prices: { min: 5, max: 40 } };
/** Few prices, so that ties abound. */
const TIED: SmallKind = { prices: { min: 20, max: 22 } };
/** Limits per buyer, reserved shares and prices that rise into the limit, in one lot. */
const TOGETHER: SmallKind = { prices: { min: 15, max: 35 }, together: true };

/** The award, or null where there is none. */
const award = (problem: AwardProblem, options?: ComputeProblemOptions): Promise<ProblemAward | null> =>
  computeProblem(problem, solver, options).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NoAwardFound') return null;
    throw error;
  });

/** The bound that very large problems get instead: never better than the optimum. */
const boundByPrices = (problem: AwardProblem): number => {
  const pricing = pricePlaces(admitOffers(problem));
  let step = pricing.next();
  while (!step.done) step = pricing.next();
  return Number(step.value.boundMilliRp);
};

const expectAsTried = async (problem: AwardProblem): Promise<void> => {
  const tried = tryEveryAward(problem);
  const found = await award(problem);
  expect(found && Number(found.cost.totalMilliRp)).toBe(tried.totalMilliRp);
  if (!found) return;
  expect({ bound: Number(found.boundMilliRp), gapPpm: found.gapPpm }).toEqual({
    bound: tried.totalMilliRp,
    gapPpm: 0,
  });
  expect(listBrokenDeliveries(problem, found.deliveries)).toEqual([]);
  expect({ deliveries: found.deliveries, tiesAreSettled: found.tiesAreSettled }).toEqual({
    deliveries: tried.deliveries,
    tiesAreSettled: true,
  });
  const weight = (problem.side === 'buy' ? 1 : -1) * (tried.totalMilliRp ?? 0);
  expect(boundByPrices(problem)).toBeLessThanOrEqual(weight);
};

const RUNS = Number(process.env.AWARD_RUNS ?? 150);

describe('the award of joint lots', () => {
  it('equals trying every award in whole packs, with every kind of term, on both sides', async () => {
    await fc.assert(fc.asyncProperty(smallProblems(REAL), expectAsTried), { numRuns: RUNS });
  });

  it('equals trying every award of one lot whose bids are bound together', async () => {
    await fc.assert(fc.asyncProperty(smallProblems(TOGETHER), expectAsTried), { numRuns: RUNS });
  });

  it('equals trying every award where prices tie: the earliest bid gets most, then the next', async () => {
    await fc.assert(fc.asyncProperty(smallProblems(TIED), expectAsTried), { numRuns: RUNS });
  });

  it('is the same whatever the order of lots, suppliers and bids', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems(TIED), async (problem) => {
        const mirrored: AwardProblem = {
          ...problem,
          lots: problem.lots.toReversed().map((lot) => ({ ...lot, demands: lot.demands.toReversed() })),
          suppliers: problem.suppliers.toReversed(),
          bids: problem.bids.toReversed(),
        };
        const [one, other] = [await award(problem), await award(mirrored)];
        expect(other && { deliveries: other.deliveries, cost: other.cost }).toEqual(
          one && { deliveries: one.deliveries, cost: one.cost },
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is the same by the short way and by the solver', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems(TIED), async (problem) => {
        const [short, solved] = [await award(problem), await award(problem, { alwaysSolve: true })];
        expect(solved && { ...solved, way: short?.way, nodes: short?.nodes }).toEqual(short);
      }),
      { numRuns: 100 },
    );
  });
});
