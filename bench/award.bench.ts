import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Ask } from '../src/core/award/joint/ask.js';
import { PAUSED } from '../src/core/award/joint/ask.js';
import type { AwardProblem, ProblemAward } from '../src/core/award/joint/award-problem.js';
import { listBrokenDeliveries } from '../src/core/award/joint/list-broken-deliveries.js';
import { readAwardFile } from '../src/core/award/joint/read-award-file.js';
import { readLocationFile } from '../src/core/award/joint/read-location-file.js';
import { seekAward } from '../src/core/award/joint/seek-award.js';
import { computeProblem, SolverThreads } from '../src/modules/award/index.js';
import { LITERATURE } from '../test/support/literature.js';
import { drawLocations } from '../test/support/draw-locations.js';
import { drawAward } from './support/draw-award.js';
import { median, print } from './support/figures.js';

/**
 * Awards of several sizes, cold (a new solver thread) and warm, against bare HiGHS on the engine's own first
 * model in the same thread and run, and the engine's own work beside all its solves.
 * Then the files of the literature against their published optima, and an award too large to prove.
 * `npm run bench -- award [quick]`; `quick` leaves 200 lots and the very large award out.
 */
interface Case {
  readonly name: string;
  readonly problem: AwardProblem;
  readonly rounds: number;
  readonly relativeGap: number;
  readonly budgetMs: number;
}

/** The thread of the build: nothing imports it, so it is not compiled with the bench. */
const THREAD = resolve('dist/modules/award/engine/highs-thread.js');

const drawn = (lots: number, suppliers: number, zones: number): AwardProblem =>
  drawAward({ lots, suppliers, zones, tiers: 4 }, 7);

const fixture = (name: string): AwardProblem =>
  readAwardFile(readFileSync(resolve('test/fixtures/instances/award', name), 'utf8')).problem;

const listCases = (isQuick: boolean): Case[] => {
  const twenty = { rounds: 5, relativeGap: 1e-7, budgetMs: 1_500 };
  const cases: Case[] = [
    { name: '10 x 6 zones x 4', problem: drawn(1, 10, 6), rounds: 9, relativeGap: 1e-7, budgetMs: 300 },
    { name: '20x12x4 s1', problem: fixture('award-20x12x4-s1.json'), ...twenty },
    { name: '20x12x4 s2', problem: fixture('award-20x12x4-s2.json'), ...twenty },
    { name: '20x12x4 drawn', problem: drawn(20, 12, 1), ...twenty },
    { name: '50x20x4 drawn', problem: drawn(50, 20, 1), rounds: 3, relativeGap: 1e-5, budgetMs: 8_000 },
  ];
  if (!isQuick)
    cases.push({
      name: '200x40x4 drawn',
      problem: drawn(200, 40, 1),
      rounds: 1,
      relativeGap: 1e-4,
      budgetMs: 60_000,
    });
  return cases;
};

/** Solver threads that note how long each solve took. */
class TimedThreads extends SolverThreads {
  solvingMs = 0;

  override async solve(...args: Parameters<SolverThreads['solve']>): ReturnType<SolverThreads['solve']> {
    const started = performance.now();
    try {
      return await super.solve(...args);
    } finally {
      this.solvingMs += performance.now() - started;
    }
  }
}

const firstAsk = (problem: AwardProblem, relativeGap: number): Ask => {
  const seeking = seekAward(problem, { relativeGap });
  let step = seeking.next();
  while (!step.done && !step.value) step = seeking.next(PAUSED);
  if (step.done || !step.value) throw new Error('the problem needs no solver');
  return step.value;
};

const timed = async <Result>(run: () => Promise<Result>): Promise<{ ms: number; result: Result }> => {
  const started = performance.now();
  const result = await run();
  return { ms: performance.now() - started, result };
};

const runCase = async ({ name, problem, rounds, relativeGap, budgetMs }: Case): Promise<void> => {
  const solver = new TimedThreads({ threadPath: THREAD });
  const { linear } = firstAsk(problem, relativeGap);
  const options = { relativeGap, guardMs: 60_000 };
  const engine = (): Promise<{ ms: number; result: ProblemAward }> =>
    timed(() => computeProblem(problem, solver, options));
  const bare = async (): Promise<number> => (await timed(() => solver.solve(linear, options))).ms;
  const cold = await engine();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const warm: number[] = [];
  const bares: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) bares.push(await bare());
    solver.solvingMs = 0;
    const { ms } = await engine();
    warm.push(ms);
    own.push((ms - solver.solvingMs) / solver.solvingMs);
    if (round % 2 === 1) bares.push(await bare());
  }
  lag.disable();
  const ratios = warm.map((ms, round) => ms / (bares[round] ?? NaN));
  print(
    `award ${name}: ${median(ratios).toFixed(2)} times bare HiGHS, own work ${(100 * median(own)).toFixed(1)} % of its solves; warm ${median(warm).toFixed(0)} ms ` +
      `(budget ${budgetMs}, bare ${median(bares).toFixed(0)}), cold ${cold.ms.toFixed(0)} ms; ` +
      `gap ${cold.result.gapPpm} ppm, ${cold.result.nodes} nodes, ${linear.colCost.length} columns; ` +
      `event-loop lag p99 ${(lag.percentile(99) / 1e6 - 5).toFixed(1)} ms; ` +
      `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
  );
  await solver.close();
};

/** All files of the literature, one after another in one thread. */
const runLiterature = async (): Promise<void> => {
  const solver = new SolverThreads({ threadPath: THREAD });
  const times: number[] = [];
  let worst = 0;
  for (const [file, optimum] of LITERATURE) {
    const text = readFileSync(resolve('test/fixtures/instances', file), 'utf8');
    const { problem, milliRpPerUnit } = file.endsWith('.json')
      ? readAwardFile(text)
      : readLocationFile(text, null);
    const { ms, result } = await timed(() => computeProblem(problem, solver));
    times.push(ms);
    worst = Math.max(worst, Math.abs(Number(result.cost.totalMilliRp) / milliRpPerUnit / optimum - 1));
  }
  await solver.close();
  print(
    `award literature: ${LITERATURE.length} files, furthest from its optimum ${(100 * worst).toFixed(7)} %, ` +
      `median ${median(times).toFixed(0)} ms, in all ${times.reduce((sum, ms) => sum + ms, 0).toFixed(0)} ms`,
  );
};

/** 100 suppliers over 1,000 zones: what is found within half a minute, and how far it may be from the best. */
const runVeryLarge = async (): Promise<void> => {
  const problem = drawLocations(100, 1_000);
  const solver = new SolverThreads({ threadPath: THREAD });
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const { ms, result } = await timed(() => computeProblem(problem, solver, { guardMs: 30_000 }));
  lag.disable();
  await solver.close();
  print(
    `award 100 x 1000 zones: ${listBrokenDeliveries(problem, result.deliveries).length} limits broken, ` +
      `gap ${(result.gapPpm / 10_000).toFixed(4)} %, ${ms.toFixed(0)} ms; ` +
      `event-loop lag p99 ${(lag.percentile(99) / 1e6 - 5).toFixed(1)} ms`,
  );
};

const isQuick = process.argv.includes('quick');
await runLiterature();
for (const each of listCases(isQuick)) await runCase(each);
if (!isQuick) await runVeryLarge();
