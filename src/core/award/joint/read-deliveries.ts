import { groupBy } from '../../kernel/group-by.js';
import type { AwardProblem, Delivery } from './award-problem.js';
import { costDeliveries } from './cost-deliveries.js';
import type { JointModel } from './joint-column.js';
import { listBrokenDeliveries } from './list-broken-deliveries.js';
import { weighTotal } from './weigh-price.js';

/** Deliveries that keep every limit, with what they weigh in milli-rupiah: less is better on both sides. */
export interface Weighed {
  readonly deliveries: readonly Delivery[];
  readonly weightMilliRp: bigint;
}

/** Deliveries with their exact weight, or null where they break a limit of the problem. */
export const weighDeliveries = (problem: AwardProblem, deliveries: readonly Delivery[]): Weighed | null =>
  listBrokenDeliveries(problem, deliveries).length > 0
    ? null
    : {
        deliveries,
        weightMilliRp: weighTotal(problem, costDeliveries(problem, deliveries).totalMilliRp),
      };

/**
 * Reads a solution: takes from it only packs by bid and zone, made whole, and weighs and checks them anew
 * on the problem itself. The solver's objective, being a float, is not used. Null where rounding broke a
 * limit: the choices have to be filled anew in whole packs.
 *
 *   packs A:1:north 29.9999998, packs A:2:north 0 -> A 30 packs to north
 */
export const readDeliveries = (
  problem: AwardProblem,
  model: JointModel,
  values: Float64Array,
): Weighed | null => {
  if (values.length !== model.columns.length) return null;
  const parts = model.columns.flatMap((column, position) =>
    column.kind === 'packs' && (values[position] ?? 0) > 1e-7
      ? [{ offer: column.offer, zoneId: column.place.zoneId, packs: values[position] ?? 0 }]
      : [],
  );
  const deliveries = [...groupBy(parts, ({ offer }) => offer.bid.bidId)].flatMap(([bidId, own]) =>
    [...groupBy(own, ({ zoneId }) => zoneId)]
      .map(([zoneId, same]): Delivery => ({
        bidId,
        zoneId,
        packs: Math.round(same.reduce((sum, { packs }) => sum + packs, 0)),
      }))
      .filter(({ packs }) => packs > 0),
  );
  return weighDeliveries(problem, deliveries);
};
