import type { LinearSolution } from '../linear-model.js';
import { admitOffers } from './admit-offers.js';
import type { Step } from './ask.js';
import type { AwardProblem, ProblemAward } from './award-problem.js';
import { boundJoint } from './bound-joint.js';
import type { JointModel, JointRow } from './joint-column.js';
import { modelJoint } from './model-joint.js';
import { fixChoices, packJoint, requireWhole } from './pack-joint.js';
import { readDeliveries, weighDeliveries, type Weighed } from './read-deliveries.js';
import { seekLarge } from './seek-large.js';
import { seekLinks } from './seek-links.js';
import { stateJoint } from './state-joint.js';

/** No award keeps every limit, or none was found within the limits of the search. */
export class NoAwardFound extends Error {
  override readonly name = 'NoAwardFound';
}

export interface SeekOptions {
  /** Room between award and bound, as a share of the award, below which nothing more is searched. */
  readonly relativeGap: number;
}

/** Up to so many pairs all x <= y rows are written at once; above, only those found violated. */
const MOST_LINKS_AT_ONCE = 10_000;
/** Above so many pairs of bid and zone the model is pruned, and the bound comes from prices. */
const MOST_PAIRS = 20_000;
/** Up to so many columns a gap left by whole packs is searched with whole quantities. */
const MOST_WHOLE_COLUMNS = 1_000;

const cheaper = (a: Weighed | null, b: Weighed | null): Weighed | null =>
  !a || (b && b.totalMilliRp < a.totalMilliRp) ? b : a;

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The rows that make the relaxation tight: all, or where they are many those that matter. */
function* chooseLinks(model: JointModel): Generator<Step, readonly JointRow[], LinearSolution> {
  return model.links.length <= MOST_LINKS_AT_ONCE ? model.links : yield* seekLinks(model);
}

/**
 * Seeks the cheapest award of a problem. A generator, so that it stays pure: it yields models, the caller
 * solves them and hands each solution back.
 *
 * 1. The model with continuous quantities: its choices, and a bound on every award.
 * 2. Unless its quantities are whole already: the choices kept, quantities filled anew in whole packs.
 * 3. Where whole packs leave room to the bound and the model is small: everything whole.
 *
 * Very large problems are pruned instead (`seekLarge`).
 *
 * The cheapest found is re-costed and re-checked on the problem; the gap therefore includes the rounding.
 *
 * @throws NoAwardFound
 */
export function* seekAward(
  problem: AwardProblem,
  { relativeGap }: SeekOptions,
): Generator<Step, ProblemAward, LinearSolution> {
  const admitted = admitOffers(problem);
  const nothing = weighDeliveries(problem, []);
  if (nothing && admitted.offers.length === 0) return stateJoint(problem, nothing, nothing.totalMilliRp, 0);
  if (admitted.offers.reduce((sum, { reaches }) => sum + reaches.length, 0) > MOST_PAIRS) {
    const large = yield* seekLarge(problem, admitted);
    const best = cheaper(nothing, large.best);
    if (!best) throw new NoAwardFound('nothing was found within the limits of the search');
    return stateJoint(problem, best, large.boundMilliRp, large.nodes);
  }
  const model = modelJoint(admitted);
  const linear = packJoint(model, yield* chooseLinks(model));
  const first = yield { linear, timeShare: 0.8 };
  if (first.status === 'infeasible') throw new NoAwardFound('no award keeps every limit');
  if (first.status === 'failed') throw new NoAwardFound('the solver failed');
  let nodes = first.nodes;
  let bound = boundJoint(model, first.dualBound);
  let best = cheaper(nothing, readDeliveries(problem, model, first.values));
  const isClose = (): boolean =>
    best !== null && Number(best.totalMilliRp - bound) <= Number(best.totalMilliRp) * relativeGap;
  if (!isClose() && first.values.length > 0) {
    const filled = yield { linear: fixChoices(linear, first.values), timeShare: 0.5 };
    best = cheaper(best, readDeliveries(problem, model, filled.values));
  }
  if (!isClose() && first.status === 'optimal' && model.columns.length <= MOST_WHOLE_COLUMNS) {
    const whole = yield { linear: requireWhole(linear), timeShare: 1 };
    nodes += whole.nodes;
    if (whole.status === 'infeasible') throw new NoAwardFound('no award in whole packs keeps every limit');
    bound = greater(bound, boundJoint(model, whole.dualBound));
    best = cheaper(best, readDeliveries(problem, model, whole.values));
  }
  if (!best) throw new NoAwardFound('nothing was found within the limits of the search');
  return stateJoint(problem, best, bound, nodes);
}
