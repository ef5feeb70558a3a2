import { draw } from '../src/core/kernel/draw.js';
import { resolve } from 'node:path';
import type { CoalitionInput, CoalitionLine } from '../src/core/award/coalition/coalition.js';
import { seekCoalition } from '../src/core/award/coalition/seek-coalition.js';
import { NoAwardFound } from '../src/core/award/joint/seek-award.js';
import { computeProblem, SolverThreads } from '../src/modules/award/index.js';
import { drawAward } from './support/draw-award.js';
import { median, print } from './support/figures.js';

/**
 * The stable coalition of 68 koperasi with 68 different limits and 12 suppliers with four tiers, fixed
 * charges and minimums, in six zones, against one bare award of all their orders in the same run.
 * `npm run bench -- coalition`
 */
const ROUNDS = 5;
const KOPERASI = 68;

const drawn = (seed: number): CoalitionInput => {
  const problem = drawAward({ lots: 1, suppliers: 12, zones: 6, tiers: 4 }, seed);
  const [lot] = problem.lots;
  if (!lot) throw new Error('no lot was drawn');
  const demand = lot.demands.reduce((sum, { packs }) => sum + packs, 0);
  const prices = problem.bids.flatMap(({ tiers }) => tiers.map(({ priceRpPerUnit }) => priceRpPerUnit));
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  const lines = Array.from({ length: KOPERASI }, (_, at): CoalitionLine => ({
    lineId: `k${at}`,
    draw: draw(`pool${seed}`, `k${at}`),
    lotId: lot.lotId,
    zoneId: lot.demands[at % lot.demands.length]?.zoneId ?? '',
    buyerId: `k${at}`,
    // Different orders too: nothing may be had from a memory of equal ones.
    quantityPacks: Math.round((demand / KOPERASI) * (0.5 + at / KOPERASI)),
    tolerancePacks: at % 4 === 0 ? 5 : 0,
    minimumPacks: 0,
    limitRpPerUnit: Math.round(least + ((most - least) * (at + 1)) / KOPERASI),
  }));
  return { rule: 'proportional', pricing: 'uniform', feeRpPerUnit: 0, problem, lines };
};

const solver = new SolverThreads({ threadPath: resolve('dist/modules/award/engine/highs-thread.js') });
for (let seed = 1; seed <= ROUNDS; seed += 1) {
  const input = drawn(seed);
  const seeking = seekCoalition(input);
  const solves: number[] = [];
  const started = performance.now();
  let step = seeking.next();
  while (!step.done) {
    const asked = performance.now();
    const award = await computeProblem(step.value, solver).catch((error: unknown) => {
      if (error instanceof NoAwardFound) return null;
      throw error;
    });
    solves.push(performance.now() - asked);
    step = seeking.next(award);
  }
  const tookMs = performance.now() - started;
  const { lines, rounds } = step.value;
  // The first award is that of all orders, without limits.
  print(
    `coalition ${KOPERASI} koperasi x 12 suppliers, seed ${seed}: ${(tookMs / (solves[0] ?? NaN)).toFixed(1)} times one award; ` +
      `${tookMs.toFixed(0)} ms (budget 5000), one award ${(solves[0] ?? NaN).toFixed(0)} ms, ${solves.length} awards, median ${median(solves).toFixed(0)} ms; ` +
      `${lines.filter(({ reason }) => reason === null).length} in, ${rounds.filter(({ step: each }) => each === 'left').length} departures, ` +
      `${rounds.filter(({ step: each }) => each === 'readmitted').length} of ${rounds.filter(({ step: each }) => each === 'kept-out' || each === 'readmitted').length} readmitted`,
  );
}
await solver.close();
