import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAwardFile } from '../../../core/award/joint/read-award-file.js';
import { readLocationFile } from '../../../core/award/joint/read-location-file.js';
import { LITERATURE } from '../../../../test/support/literature.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const instances = join(import.meta.dirname, '../../../../test/fixtures/instances');

describe('the award of instances from the literature', () => {
  it.each(LITERATURE)('%s costs %d, proven', async (file, optimum) => {
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
