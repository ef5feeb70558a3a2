import { setImmediate } from 'node:timers/promises';
import { assertProblem } from '../../../core/award/joint/assert-problem.js';
import { PAUSED } from '../../../core/award/joint/ask.js';
import type { AwardProblem, ProblemAward } from '../../../core/award/joint/award-problem.js';
import { seekAward } from '../../../core/award/joint/seek-award.js';
import type { SolverThreads } from './solver-pool.js';

export interface ComputeProblemOptions {
  /** Branch-and-bound nodes per solve; the same award on every machine. */
  readonly maxNodes?: number;
  /** Room between award and bound, as a share of the award, at which the search may end; 1e-7 by default. */
  readonly relativeGap?: number;
  /** Milliseconds for all solves together; only stops a runaway. The solver threads' own by default. */
  readonly guardMs?: number;
  readonly signal?: AbortSignal;
  /** True leaves the short way out, so that tests can compare both. */
  readonly alwaysSolve?: boolean;
}

/**
 * Awards a problem: lots over zones with suppliers' terms that span them. The award is in whole packs,
 * re-costed exactly and re-checked on the problem; its gap is proven and includes the rounding. The same
 * problem gives the same award, whatever the order of its parts, unless `guardMs` came first.
 *
 * @throws RangeError for a malformed problem; NoAwardFound where no award keeps every limit, or none was
 * found in time; SolverRanAway, SolverCrashed or the signal's reason when a solve did not end.
 */
export const computeProblem = async (
  problem: AwardProblem,
  solver: SolverThreads,
  options: ComputeProblemOptions = {},
): Promise<ProblemAward> => {
  assertProblem(problem);
  const { relativeGap = 1e-7, guardMs, alwaysSolve = false, ...solveOptions } = options;
  const started = performance.now();
  const seeking = seekAward(problem, { relativeGap, alwaysSolve });
  let step = seeking.next();
  while (!step.done) {
    options.signal?.throwIfAborted();
    if (!step.value) {
      await setImmediate();
      step = seeking.next(PAUSED);
      continue;
    }
    const { linear, timeShare, ...own } = step.value;
    const leftMs =
      guardMs === undefined ? undefined : Math.max(1_000, guardMs - (performance.now() - started));
    const solution = await solver.solve(linear, {
      ...solveOptions,
      relativeGap,
      ...own,
      ...(leftMs === undefined ? {} : { guardMs: leftMs * timeShare }),
    });
    step = seeking.next(solution);
  }
  return step.value;
};
