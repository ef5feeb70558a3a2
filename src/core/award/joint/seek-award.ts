import type { LinearModel, LinearSolution } from '../linear-model.js';
import { admitOffers } from './admit-offers.js';
import type { Step } from './ask.js';
import { awardPlainly } from './award-plainly.js';
import type { AwardProblem, ProblemAward } from './award-problem.js';
import { boundJoint } from './bound-joint.js';
import type { JointModel, JointRow } from './joint-column.js';
import { modelJoint } from './model-joint.js';
import type { Admitted } from './offer.js';
import { fixChoices, packJoint, relaxWhole, requireWhole } from './pack-joint.js';
import { readDeliveries, weighDeliveries, type Weighed } from './read-deliveries.js';
import { seekLarge } from './seek-large.js';
import { seekLinks } from './seek-links.js';
import { listLimited, seekWithinBuyers, type LimitedColumns } from './seek-within-buyers.js';
import { settleTies } from './settle-ties.js';
import { splitProblem } from './split-problem.js';
import { stateJoint, type FoundAward } from './state-joint.js';

/** No award keeps every limit, or none was found within the limits of the search. */
export class NoAwardFound extends Error {
  override readonly name = 'NoAwardFound';
}

export interface SeekOptions {
  /** Room between award and bound, as a share of the award, below which nothing more is searched. */
  readonly relativeGap: number;
  /** True leaves the short way out, so that tests can compare both. */
  readonly alwaysSolve?: boolean;
}

/** Up to so many pairs all x <= y rows are written at once; above, only those found violated. */
const MOST_LINKS_AT_ONCE = 10_000;
/** Above so many pairs of bid and zone the model is pruned, and the bound comes from prices. */
const MOST_PAIRS = 20_000;
/** Up to so many columns a gap left by whole packs is searched with whole quantities. */
const MOST_WHOLE_COLUMNS = 1_000;

/** Up to so many columns the optimum is proven to the last rupiah, and its ties are settled. */
const MOST_TIED_COLUMNS = 600;

const lighter = (a: Weighed | null, b: Weighed | null): Weighed | null =>
  !a || (b && b.weightMilliRp < a.weightMilliRp) ? b : a;

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const size = (value: bigint): number => Math.abs(Number(value));

/** The rows that make the relaxation tight: all, or where they are many those that matter. */
function* chooseLinks(model: JointModel): Generator<Step, readonly JointRow[], LinearSolution> {
  return model.links.length <= MOST_LINKS_AT_ONCE ? model.links : yield* seekLinks(model);
}

/** Rows on buyers that the relaxation breaks: found cheaply, before choices are searched. */
function* chooseBuyerRows(
  model: JointModel,
  limited: LimitedColumns,
  links: readonly JointRow[],
): Generator<Step, JointRow[], LinearSolution> {
  const rows: JointRow[] = [];
  if (limited.length === 0) return rows;
  yield* seekWithinBuyers(limited, rows, (own) => ({
    linear: relaxWhole(packJoint(model, [...links, ...own])),
    timeShare: 0.3,
  }));
  return rows;
}

function* seekLargePart(
  problem: AwardProblem,
  admitted: Admitted,
): Generator<Step, FoundAward, LinearSolution> {
  const large = yield* seekLarge(problem, admitted);
  const best = lighter(weighDeliveries(problem, []), large.best);
  if (!best) throw new NoAwardFound('nothing was found within the limits of the search');
  return { ...large, ...best, way: 'solver', tiesAreSettled: false };
}

function* seekPart(problem: AwardProblem, options: SeekOptions): Generator<Step, FoundAward, LinearSolution> {
  const admitted = admitOffers(problem);
  const plain = options.alwaysSolve && admitted.offers.length > 0 ? null : awardPlainly(problem, admitted);
  if (plain)
    return { ...plain, boundMilliRp: plain.weightMilliRp, nodes: 0, way: 'direct', tiesAreSettled: true };
  if (admitted.offers.length === 0) throw new NoAwardFound('no award keeps every limit');
  if (admitted.offers.reduce((sum, { reaches }) => sum + reaches.length, 0) > MOST_PAIRS)
    return yield* seekLargePart(problem, admitted);
  const model = modelJoint(admitted);
  const isSmall = model.columns.length <= MOST_TIED_COLUMNS && model.scale === model.grainMilliRp;
  const relativeGap = isSmall ? 0 : options.relativeGap;
  const links = yield* chooseLinks(model);
  const limited = listLimited(model);
  const buyerRows = yield* chooseBuyerRows(model, limited, links);
  const seek = (
    timeShare: number,
    narrow: (linear: LinearModel) => LinearModel,
  ): Generator<Step, LinearSolution, LinearSolution> =>
    seekWithinBuyers(limited, buyerRows, (rows) => ({
      linear: narrow(packJoint(model, [...links, ...rows])),
      timeShare,
      relativeGap,
    }));
  const first = yield* seek(0.8, (linear) => linear);
  if (first.status === 'infeasible') throw new NoAwardFound('no award keeps every limit');
  if (first.status === 'failed') throw new NoAwardFound('the solver failed');
  let nodes = first.nodes;
  let bound = boundJoint(model, first.dualBound);
  let best = lighter(weighDeliveries(problem, []), readDeliveries(problem, model, first.values));
  const isClose = (): boolean =>
    best !== null && Number(best.weightMilliRp - bound) <= size(best.weightMilliRp) * relativeGap;
  if (!isClose() && first.values.length > 0) {
    const filled = yield* seek(0.5, (linear) => fixChoices(linear, first.values));
    best = lighter(best, readDeliveries(problem, model, filled.values));
  }
  if (!isClose() && first.status === 'optimal' && model.columns.length <= MOST_WHOLE_COLUMNS) {
    const whole = yield* seek(1, requireWhole);
    nodes += whole.nodes;
    if (whole.status === 'infeasible') throw new NoAwardFound('no award in whole packs keeps every limit');
    bound = greater(bound, boundJoint(model, whole.dualBound));
    best = lighter(best, readDeliveries(problem, model, whole.values));
  }
  if (!best) throw new NoAwardFound('nothing was found within the limits of the search');
  const isProven = isSmall && best.weightMilliRp <= bound;
  const { best: settled, isSettled } = isProven
    ? yield* settleTies(problem, admitted, model, [...links, ...buyerRows], best)
    : { best, isSettled: false };
  return {
    deliveries: settled.deliveries,
    boundMilliRp: bound < settled.weightMilliRp ? bound : settled.weightMilliRp,
    nodes,
    way: 'solver',
    tiesAreSettled: isSettled,
  };
}

/**
 * Seeks the best award of a problem: the cheapest when buying, the most valuable when selling. A generator,
 * so that it stays pure: it yields models, the caller solves them and hands each solution back.
 *
 * 1. Lots that nothing ties together are sought apart (`splitProblem`), plain ones without a solver (`awardPlainly`).
 * 2. The model with continuous quantities: its choices, and a bound on every award.
 * 3. Unless its quantities are whole already: the choices kept, quantities filled anew in whole packs.
 * 4. Where whole packs leave room to the bound and the model is small: everything whole.
 * 5. Where the optimum is proven and the model is small: of equal awards the one earlier bids prefer.
 *
 * Limits per buyer enter as rows when an answer breaks them. Very large problems are pruned instead (`seekLarge`).
 *
 * The best found is re-costed and re-checked on the problem; the gap therefore includes the rounding.
 *
 * @throws NoAwardFound
 */
export function* seekAward(
  problem: AwardProblem,
  options: SeekOptions,
): Generator<Step, ProblemAward, LinearSolution> {
  const parts: FoundAward[] = [];
  for (const part of splitProblem(problem)) parts.push(yield* seekPart(part, options));
  return stateJoint(problem, {
    deliveries: parts.flatMap(({ deliveries }) => deliveries),
    boundMilliRp: parts.reduce((sum, { boundMilliRp }) => sum + boundMilliRp, 0n),
    nodes: parts.reduce((sum, part) => sum + part.nodes, 0),
    way: parts.every(({ way }) => way === 'direct') ? 'direct' : 'solver',
    tiesAreSettled: parts.every(({ tiesAreSettled }) => tiesAreSettled),
  });
}
