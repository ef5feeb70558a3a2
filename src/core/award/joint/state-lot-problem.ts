import type { AdmittedBid } from '../admit-bids.js';
import { costPlan, type Plan } from '../cost-plan.js';
import type { LotToAward } from '../lot-to-award.js';
import type { AwardProblem, ProblemAward } from './award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './plain-terms.js';

const ZONE = 'all';

/**
 * One lot as a problem: one zone, every bid a supplier of its own without terms, all-units tiers. Packs
 * count one milli-unit, so that milli-rupiah are the rupiah per unit x packs that `costPlan` counts.
 *
 *   demand 30, bids A and B -> one lot, one zone of 30 packs, suppliers A and B, bids A and B
 */
export const stateLotProblem = (lot: LotToAward, admitted: readonly AdmittedBid[]): AwardProblem => ({
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: lot.lotId,
      packSizeMilli: 1,
      limitRpPerUnit: lot.ceilingRpPerUnit,
      demands: [{ zoneId: ZONE, packs: lot.demandPacks }],
    },
  ],
  suppliers: admitted.map(({ bid }) => ({
    ...PLAIN_SUPPLIER,
    supplierId: bid.bidId,
  })),
  bids: admitted.map(({ bid }) => ({
    ...PLAIN_BID,
    bidId: bid.bidId,
    supplierId: bid.bidId,
    lotId: lot.lotId,
    submittedAt: bid.submittedAt,
    capacityPacks: bid.capacityPacks,
    minimumPacks: bid.minimumPacks,
    tiers: bid.tiers,
  })),
});

/** A problem's award read as the plan of the one lot it was stated from, with its bound in `costPlan`'s unit. */
export const readLotPlan = (
  lot: LotToAward,
  admitted: readonly AdmittedBid[],
  award: ProblemAward,
): { plan: Plan; bound: number } => {
  const packsOf = new Map(award.deliveries.map(({ bidId, packs }) => [bidId, packs]));
  const picks = admitted.flatMap((bid) => {
    const packs = packsOf.get(bid.bid.bidId) ?? 0;
    const tier = bid.tiers.find(({ fromPacks, toPacks }) => fromPacks <= packs && packs <= toPacks);
    return tier ? [{ bid, tier, packs }] : [];
  });
  const unservedPacks = lot.demandPacks - picks.reduce((sum, { packs }) => sum + packs, 0);
  const plan = { picks, unservedPacks };
  return { plan, bound: Math.min(Number(award.boundMilliRp), costPlan(lot, plan)) };
};
