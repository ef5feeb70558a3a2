import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAwardFile } from '../../../core/award/joint/read-award-file.js';
import { readLocationFile } from '../../../core/award/joint/read-location-file.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const instances = join(import.meta.dirname, '../../../../test/fixtures/instances');

/** As published by the OR-Library, and for the awards by agreement of several solvers. */
const OPTIMA: readonly (readonly [file: string, optimum: number])[] = [
  ['cflp/cap41.txt', 1_040_444.375],
  ['cflp/cap42.txt', 1_098_000.45],
  ['cflp/cap43.txt', 1_153_000.45],
  ['cflp/cap44.txt', 1_235_500.45],
  ['cflp/cap51.txt', 1_025_208.225],
  ['cflp/cap61.txt', 932_615.75],
  ['cflp/cap62.txt', 977_799.4],
  ['cflp/cap63.txt', 1_014_062.05],
  ['cflp/cap64.txt', 1_045_650.25],
  ['cflp/cap71.txt', 932_615.75],
  ['cflp/cap72.txt', 977_799.4],
  ['cflp/cap73.txt', 1_010_641.45],
  ['cflp/cap74.txt', 1_034_976.975],
  ['award/award-5x6x3-s1.json', 539_732_642],
  ['award/award-20x12x4-s1.json', 2_574_554_323],
  ['award/award-20x12x4-s2.json', 1_674_327_662],
];

describe('the award of instances from the literature', () => {
  it.each(OPTIMA)('%s costs %d, proven', async (file, optimum) => {
    const text = readFileSync(join(instances, file), 'utf8');
    const { problem, milliRpPerUnit } = file.endsWith('.json')
      ? readAwardFile(text)
      : readLocationFile(text, null);
    const award = await computeProblem(problem, solver);
    const cost = Number(award.cost.totalMilliRp) / milliRpPerUnit;
    expect(Math.abs(cost - optimum) / optimum).toBeLessThan(1e-9);
    expect(award.gapPpm).toBeLessThanOrEqual(1);
  });
});
