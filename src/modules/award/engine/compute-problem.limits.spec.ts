import type { AwardProblem } from '../../../core/award/joint/award-problem.js';
import { listBrokenDeliveries } from '../../../core/award/joint/list-broken-deliveries.js';
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

/** Five lots tied by eight suppliers' fixed charges and capacities, prices crossing by tier. */
const hard: AwardProblem = {
  ...PLAIN_PROBLEM,
  lots: Array.from({ length: 5 }, (_, lot) => ({
    ...PLAIN_LOT,
    lotId: `l${lot}`,
    packSizeMilli: 50_000,
    limitRpPerUnit: 12_000,
    demands: [{ zoneId: 'all', packs: 397 + 41 * lot }],
  })),
  suppliers: Array.from({ length: 8 }, (_, n) => ({
    ...PLAIN_SUPPLIER,
    supplierId: `s${n}`,
    fixedChargeRp: 400_000 + 37_000 * n,
    capacityMilli: 50_000 * (600 + 70 * n),
    minimumOrderRp: 1_000_000,
  })),
  bids: Array.from({ length: 5 * 8 }, (_, at) => {
    const [lot, n] = [at % 5, Math.floor(at / 5)];
    const step = (7 * lot + 11 * n) % 13;
    return {
      ...PLAIN_BID,
      bidId: `b${n}-${lot}`,
      supplierId: `s${n}`,
      lotId: `l${lot}`,
      submittedAt: '2026-11-12T02:00:00Z',
      capacityPacks: 150 + 17 * step,
      tiers: [
        { fromPacks: 11 + step, priceRpPerUnit: 11_000 - 37 * step },
        { fromPacks: 60 + 3 * step, priceRpPerUnit: 10_500 + 11 * n },
        { fromPacks: 120 + 2 * step, priceRpPerUnit: 9_900 + 3 * step * step },
      ],
    };
  }),
};

describe('the limits of a search', () => {
  it('gives the same award again, nodes and all', async () => {
    const award = await computeProblem(hard, solver);
    expect(await computeProblem(hard, solver)).toEqual(award);
    expect(award.gapPpm).toBeLessThanOrEqual(1);
  });

  it('proves nothing it did not find out: without nodes the gap is stated and still holds', async () => {
    const proven = await computeProblem(hard, solver);
    const hurried = await computeProblem(hard, solver, { maxNodes: 0 });
    expect(listBrokenDeliveries(hard, hurried.deliveries)).toEqual([]);
    expect(hurried.boundMilliRp).toBeLessThanOrEqual(proven.cost.totalMilliRp);
    expect(hurried.cost.totalMilliRp).toBeGreaterThanOrEqual(proven.cost.totalMilliRp);
    const room = Number(hurried.cost.totalMilliRp - hurried.boundMilliRp) / Number(hurried.cost.totalMilliRp);
    expect(hurried.gapPpm).toBe(Math.ceil(room * 1_000_000));
    expect(hurried.tiesAreSettled).toBe(false);
  });

  it('ends with the reason of its signal, before and in the middle of a solve, and leaves the threads usable', async () => {
    const aborted = AbortSignal.abort(new Error('not wanted'));
    await expect(computeProblem(hard, solver, { signal: aborted })).rejects.toThrow('not wanted');
    const abort = new AbortController();
    const computing = computeProblem(hard, solver, { signal: abort.signal });
    setImmediate(() => abort.abort(new Error('enough')));
    await expect(computing).rejects.toThrow('enough');
    await expect(computeProblem(hard, solver)).resolves.toMatchObject({ way: 'solver' });
  });
});
