import { readFile } from 'node:fs/promises';
import { readAwardFile } from '../core/award/joint/read-award-file.js';
import { readLocationFile } from '../core/award/joint/read-location-file.js';
import { computeProblem, SolverThreads } from '../modules/award/index.js';
import { say } from './say.js';

/** Seconds for all solves together: large files end with their best and its proven gap. */
const GUARD_MS = 40_000;

/**
 * `sepikul award solve FILE`: awards an instance of the literature through the engine's own function and
 * says one JSON line, cost in the file's money, gap as a share of it.
 *
 *   cap41.txt -> {"cost":1040444.375,"gap":0,"ms":412}
 *
 * @returns 0, or 1 for a file that is no instance or has no award.
 */
export const awardSolve = async (path: string, capacity: number | null): Promise<number> => {
  const solver = new SolverThreads();
  try {
    const text = await readFile(path, 'utf8');
    const isJson = text.trimStart().startsWith('{');
    const { problem, milliRpPerUnit } = isJson ? readAwardFile(text) : readLocationFile(text, capacity);
    const started = performance.now();
    const { cost, boundMilliRp } = await computeProblem(problem, solver, { guardMs: GUARD_MS });
    const total = Number(cost.totalMilliRp);
    const room = Number(cost.totalMilliRp - boundMilliRp);
    say(
      JSON.stringify({
        cost: total / milliRpPerUnit,
        gap: total === 0 ? 0 : room / total,
        ms: Math.round(performance.now() - started),
      }),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`${path}: ${error.message}\n`);
    return 1;
  } finally {
    await solver.close();
  }
};
