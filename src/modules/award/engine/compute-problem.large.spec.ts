import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admitOffers } from '../../../core/award/joint/admit-offers.js';
import type { AwardProblem } from '../../../core/award/joint/award-problem.js';
import { listBrokenDeliveries } from '../../../core/award/joint/list-broken-deliveries.js';
import { pricePlaces } from '../../../core/award/joint/price-places.js';
import { readAwardFile } from '../../../core/award/joint/read-award-file.js';
import { readLocationFile } from '../../../core/award/joint/read-location-file.js';
import { drawLocations } from '../../../../test/support/draw-locations.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

/** What is found is counted in nodes; time ends only what hangs. */
const solver = new SolverThreads({ guardMs: 300_000 });
afterAll(() => solver.close());

const boundOf = (problem: AwardProblem): bigint => {
  const pricing = pricePlaces(admitOffers(problem));
  let step = pricing.next();
  while (!step.done) step = pricing.next();
  return step.value.boundMilliRp;
};

describe('an award too large to prove', () => {
  it('is feasible, within 2 % of the best there could be, and ends', async () => {
    const problem = drawLocations(60, 400);
    const award = await computeProblem(problem, solver, { maxNodes: 1 });
    expect(listBrokenDeliveries(problem, award.deliveries)).toEqual([]);
    expect(award.unserved).toEqual([]);
    expect(award.gapPpm).toBeLessThan(20_000);
  });

  it('is feasible where its time runs out, and says how far from the best it may be', async () => {
    const problem = drawLocations(60, 400);
    const award = await computeProblem(problem, solver, { guardMs: 15_000 });
    expect(listBrokenDeliveries(problem, award.deliveries)).toEqual([]);
    expect(award.unserved).toEqual([]);
    expect(award.gapPpm).toBeGreaterThanOrEqual(0);
    expect(award.gapPpm).toBeLessThan(1_000_000);
  });

  it('leaves the thread that asks free, and ends when told to', async () => {
    const problem = drawLocations(60, 400);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('enough')), 100);
    await expect(computeProblem(problem, solver, { signal: abort.signal })).rejects.toThrow('enough');
  });

  it.each([
    ['cflp/cap41.txt', 1_040_444.375],
    ['cflp/cap44.txt', 1_235_500.45],
    ['cflp/cap63.txt', 1_014_062.05],
    ['award/award-20x12x4-s1.json', 2_574_554_323],
  ])('bounds %s from below, within 1 %% of the optimum %d', (file, optimum) => {
    const text = readFileSync(join(import.meta.dirname, '../../../../test/fixtures/instances', file), 'utf8');
    const read = file.endsWith('.json') ? readAwardFile(text) : readLocationFile(text, null);
    const bound = Number(boundOf(read.problem)) / read.milliRpPerUnit;
    expect(bound).toBeLessThanOrEqual(optimum);
    expect(bound / optimum).toBeGreaterThan(0.99);
  });
});
