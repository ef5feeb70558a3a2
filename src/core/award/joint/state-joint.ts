import { orderProblemBids } from './admit-offers.js';
import type { AwardProblem, Delivery, ProblemAward } from './award-problem.js';
import { costDeliveries, listMissingSuppliers, listUnserved } from './cost-deliveries.js';
import { weighTotal } from './weigh-price.js';

/** An award found, and what is known of it. */
export interface FoundAward {
  readonly deliveries: readonly Delivery[];
  /** No award weighs less; less is better on both sides. */
  readonly boundMilliRp: bigint;
  readonly nodes: number;
  readonly way: 'direct' | 'solver';
  readonly tiesAreSettled: boolean;
}

const inOrder = ({ bids }: AwardProblem, deliveries: readonly Delivery[]): Delivery[] => {
  const ranks = new Map(orderProblemBids(bids).map(({ bidId }, rank) => [bidId, rank]));
  return [...deliveries].sort(
    (a, b) =>
      (ranks.get(a.bidId) ?? 0) - (ranks.get(b.bidId) ?? 0) ||
      (a.zoneId < b.zoneId ? -1 : a.zoneId > b.zoneId ? 1 : 0),
  );
};

/**
 * States deliveries with their cost, their proven bound and what is left unserved.
 *
 *   total 1,000,000, bound 999,999 -> gap 1 ppm ; bound 1,000,005 (float dust) -> bound 1,000,000, gap 0
 */
export const stateJoint = (problem: AwardProblem, found: FoundAward): ProblemAward => {
  const { boundMilliRp, nodes, way, tiesAreSettled } = found;
  const deliveries = inOrder(problem, found.deliveries);
  const cost = costDeliveries(problem, deliveries);
  const weight = weighTotal(problem, cost.totalMilliRp);
  const bound = boundMilliRp < weight ? boundMilliRp : weight;
  const size = weight < 0n ? -weight : weight > 0n ? weight : 1n;
  return {
    deliveries,
    unserved: listUnserved(problem, deliveries).filter(({ packs }) => packs > 0),
    missingSuppliers: listMissingSuppliers(problem, deliveries),
    cost,
    boundMilliRp: weighTotal(problem, bound),
    gapPpm: Number(((weight - bound) * 1_000_000n + size - 1n) / size),
    nodes,
    way,
    tiesAreSettled,
  };
};
