import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admitOffers } from '../../../core/award/joint/admit-offers.js';
import type { AwardProblem } from '../../../core/award/joint/award-problem.js';
import { listBrokenDeliveries } from '../../../core/award/joint/list-broken-deliveries.js';
import { pricePlaces } from '../../../core/award/joint/price-places.js';
import { readAwardFile } from '../../../core/award/joint/read-award-file.js';
import { readLocationFile } from '../../../core/award/joint/read-location-file.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

/** Park and Miller's generator: the same numbers in [0, 1) on every machine. */
const draws = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** Warehouses and customers on a square; together the warehouses can deliver four times the demand. */
const drawProblem = (warehouses: number, customers: number): AwardProblem => {
  const draw = draws(20_261_112);
  const points = (count: number): [number, number][] =>
    Array.from({ length: count }, () => [1_000 * draw(), 1_000 * draw()]);
  const sites = points(warehouses);
  const demands = Array.from({ length: customers }, () => 5 + Math.floor(95 * draw()));
  const each = (4 * demands.reduce((sum, packs) => sum + packs, 0)) / warehouses;
  const rows = sites.map(
    () => `${Math.round(each * (0.7 + 0.6 * draw()))} ${100_000 + Math.round(300_000 * draw())}`,
  );
  const columns = points(customers).map(([x, y], customer) => {
    const demand = demands[customer] ?? 0;
    return `${demand} ${sites.map(([a, b]) => (demand * Math.hypot(a - x, b - y)).toFixed(5)).join(' ')}`;
  });
  return readLocationFile([`${warehouses} ${customers}`, ...rows, ...columns].join('\n'), null).problem;
};

const boundOf = (problem: AwardProblem): bigint => {
  const pricing = pricePlaces(admitOffers(problem));
  let step = pricing.next();
  while (!step.done) step = pricing.next();
  return step.value.boundMilliRp;
};

describe('an award too large to prove', () => {
  it('is feasible, with an honest gap, and ends', async () => {
    const problem = drawProblem(60, 400);
    const award = await computeProblem(problem, solver, { guardMs: 15_000 });
    expect(listBrokenDeliveries(problem, award.deliveries)).toEqual([]);
    expect(award.unserved).toEqual([]);
    expect(award.gapPpm).toBeLessThan(20_000);
  });

  it('leaves the thread that asks free, and ends when told to', async () => {
    const problem = drawProblem(60, 400);
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
