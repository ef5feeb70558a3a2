import { readFile } from 'node:fs/promises';
import { NoAwardFile } from '../core/award/file/json-shape.js';
import { parseAwardFile } from '../core/award/file/parse-award-file.js';
import { checkWords, verifyAwardFile, type AwardCheck } from '../core/award/file/verify-award-file.js';
import type { AwardFile } from '../core/award/file/award-file.js';
import type { Coalition } from '../core/award/coalition/coalition.js';
import { replayCoalition } from '../core/award/file/replay-coalition.js';
import type { AwardProblem, ProblemAward } from '../core/award/joint/award-problem.js';
import { computeProblem, SolverThreads } from '../modules/award/index.js';
import { say } from './say.js';

export interface VerifyOptions {
  /** Also solve the problem anew. */
  readonly solves: boolean;
  readonly json: boolean;
}

interface Anew {
  readonly award: ProblemAward;
  readonly coalition: Coalition;
}

const seekAnew = async (
  file: AwardFile,
  solve: (problem: AwardProblem) => Promise<ProblemAward>,
): Promise<Coalition> => {
  const seeking = replayCoalition(file);
  let step = seeking.next();
  while (!step.done) step = seeking.next(await solve(step.value));
  return step.value;
};

const solveAnew = async (file: AwardFile): Promise<Anew> => {
  const solver = new SolverThreads();
  const solve = (problem: AwardProblem): Promise<ProblemAward> => computeProblem(problem, solver);
  try {
    return { award: await solve(file.problem), coalition: await seekAnew(file, solve) };
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
    const anew = solves ? await solveAnew(file) : null;
    const checks = verifyAwardFile(file, anew?.award ?? null, anew?.coalition ?? null);
    const holds = checks.every((check) => check.holds);
    if (json) say(JSON.stringify({ holds, checks }));
    else checks.forEach(sayCheck);
    return holds ? 0 : 1;
  } catch (error) {
    if (error instanceof NoAwardFile) return noFile(path, error.message);
    throw error;
  }
};
