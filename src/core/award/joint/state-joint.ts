import type { AwardProblem, ProblemAward } from './award-problem.js';
import { costDeliveries, listUnserved } from './cost-deliveries.js';
import type { Weighed } from './read-deliveries.js';

/**
 * States deliveries with their cost, their proven bound and what is left unserved.
 *
 *   total 1,000,000, bound 999,999 -> gap 1 ppm ; bound 1,000,005 (float dust) -> bound 1,000,000, gap 0
 */
export const stateJoint = (
  problem: AwardProblem,
  { deliveries }: Weighed,
  boundMilliRp: bigint,
  nodes: number,
): ProblemAward => {
  const cost = costDeliveries(problem, deliveries);
  const total = cost.totalMilliRp;
  const bound = boundMilliRp < total ? boundMilliRp : total;
  return {
    deliveries,
    unserved: listUnserved(problem, deliveries).filter(({ packs }) => packs > 0),
    missingSuppliers: [],
    cost,
    boundMilliRp: bound,
    gapPpm: total === 0n ? 0 : Number(((total - bound) * 1_000_000n + total - 1n) / total),
    nodes,
    way: 'solver',
    tiesAreSettled: false,
  };
};
