import { readFile } from 'node:fs/promises';
import { NoAwardFile } from '../core/award/file/json-shape.js';
import { parseAwardFile } from '../core/award/file/parse-award-file.js';
import { checkWords, verifyAwardFile, type AwardCheck } from '../core/award/file/verify-award-file.js';
import type { AwardProblem, ProblemAward } from '../core/award/joint/award-problem.js';
import { computeProblem, SolverThreads } from '../modules/award/index.js';
import { say } from './say.js';

export interface VerifyOptions {
  /** Also solve the problem anew. */
  readonly solves: boolean;
  readonly json: boolean;
}

const solveAnew = async (problem: AwardProblem): Promise<ProblemAward> => {
  const solver = new SolverThreads();
  try {
    return await computeProblem(problem, solver);
  } finally {
    await solver.close();
  }
};

const sayCheck = ({ code, holds, isSkipped, faults }: AwardCheck): void => {
  const { id, en } = checkWords[code];
  say(`${isSkipped ? '-' : holds ? '✓' : '✗'} ${id} (${en})${isSkipped ? ': dilewati (skipped)' : ''}`);
  for (const fault of faults.slice(0, 10)) say(`    ${fault}`);
};

const noFile = (path: string, why: string): 2 => {
  process.stderr.write(`${path}: bukan berkas penetapan (not an award file): ${why}\n`);
  return 2;
};

/**
 * `sepikul award verify FILE`: recomputes everything an award file says, one line per check.
 *
 * @returns 0 when all hold, 1 when one does not, 2 for what is no award file.
 */
export const awardVerify = async (path: string, { solves, json }: VerifyOptions): Promise<number> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return noFile(path, 'tidak terbaca (cannot be read)');
  try {
    const file = parseAwardFile(text);
    const checks = verifyAwardFile(file, solves ? await solveAnew(file.problem) : null);
    const holds = checks.every((check) => check.holds);
    if (json) say(JSON.stringify({ holds, checks }));
    else checks.forEach(sayCheck);
    return holds ? 0 : 1;
  } catch (error) {
    if (error instanceof NoAwardFile) return noFile(path, error.message);
    throw error;
  }
};
