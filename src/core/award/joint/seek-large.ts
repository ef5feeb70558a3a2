import type { LinearSolution } from '../linear-model.js';
import type { Step } from './ask.js';
import type { AwardProblem } from './award-problem.js';
import type { JointColumn, JointModel } from './joint-column.js';
import { modelJoint } from './model-joint.js';
import type { Admitted, Offer } from './offer.js';
import { fixChoices, packJoint } from './pack-joint.js';
import { pricePlaces } from './price-places.js';
import { keepCheapest, pruneOffers } from './prune-offers.js';
import { readDeliveries, type Weighed } from './read-deliveries.js';
import { seekLinks } from './seek-links.js';
import { listLimited, seekWithinBuyers } from './seek-within-buyers.js';

export interface LargeFound {
  readonly best: Weighed | null;
  readonly boundMilliRp: bigint;
  readonly nodes: number;
}

const keyOf = (column: JointColumn): string | null =>
  column.kind === 'chosen' ? `${column.offer.bid.bidId}:${column.block.tier}` : null;

const chosenKeys = (model: JointModel, values: Float64Array): Set<string> =>
  new Set(
    model.columns.flatMap((column, position) => {
      const key = keyOf(column);
      return key !== null && (values[position] ?? 0) > 0.5 ? [key] : [];
    }),
  );

/** All tiers of bids that have only one: what is open when no search found better. */
const openKeys = (offers: readonly Offer[]): Set<string> =>
  new Set(
    offers.flatMap(({ bid, blocks: [first, second] }) =>
      first && !second ? [`${bid.bidId}:${first.tier}`] : [],
    ),
  );

/** Fills given choices over every place they reach, pruned or not. */
function* fillChosen(
  problem: AwardProblem,
  admitted: Admitted,
  keys: ReadonlySet<string>,
): Generator<Step, Weighed | null, LinearSolution> {
  const open = admitted.offers.filter(({ bid, blocks }) =>
    blocks.some(({ tier }) => keys.has(`${bid.bidId}:${tier}`)),
  );
  const model = modelJoint({ ...admitted, offers: open });
  const values = Float64Array.from(model.columns, (column) => {
    const key = keyOf(column);
    return column.kind === 'used' || (key !== null && keys.has(key)) ? 1 : 0;
  });
  const filled = yield* seekWithinBuyers(listLimited(model), [], (rows) => ({
    linear: fixChoices(packJoint(model, rows), values),
    timeShare: 0.5,
  }));
  return readDeliveries(problem, model, filled.values);
}

/**
 * Seeks a good award of a problem too large to prove, with an honest gap. Prices of places prove a bound
 * on the whole problem and say which suppliers are worthwhile; among those, and the cheapest twenty per
 * place, the model is searched as long as time allows; the choices found are filled over every place.
 * What pruning leaves out can cost a better award, never the truth of the bound.
 *
 *   100 suppliers x 1,000 places -> 16 to 31 suppliers searched
 */
export function* seekLarge(
  problem: AwardProblem,
  admitted: Admitted,
): Generator<Step, LargeFound, LinearSolution> {
  const { boundMilliRp, worth } = yield* pricePlaces(admitted);
  const offers = pruneOffers(admitted, worth);
  const pruned = { ...admitted, offers };
  const model = modelJoint(pruned, keepCheapest(offers));
  const links = yield* seekLinks(model);
  const solution = yield* seekWithinBuyers(listLimited(model), [], (rows) => ({
    linear: packJoint(model, [...links, ...rows]),
    timeShare: 0.7,
  }));
  const hasFound = solution.values.length > 0;
  const keys = hasFound ? chosenKeys(model, solution.values) : openKeys(offers);
  let best = yield* fillChosen(problem, pruned, keys);
  best ??= yield* fillChosen(problem, admitted, openKeys(admitted.offers));
  return { best, boundMilliRp, nodes: solution.nodes };
}
