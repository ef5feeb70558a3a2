import type { AdmittedBid } from '../admit-bids.js';
import { costPlan, type Plan } from '../cost-plan.js';
import type { LotToAward } from '../lot-to-award.js';
import type { AwardProblem, ProblemAward } from './award-problem.js';

const ZONE = 'all';

/**
 * One lot as a problem: one zone, every bid a supplier of its own without terms, all-units tiers. Packs
 * count one milli-unit, so that milli-rupiah are the rupiah per unit x packs that `costPlan` counts.
 *
 *   demand 30, bids A and B -> one lot, one zone of 30 packs, suppliers A and B, bids A and B
 */
export const stateLotProblem = (lot: LotToAward, admitted: readonly AdmittedBid[]): AwardProblem => ({
  lots: [
    {
      lotId: lot.lotId,
      packSizeMilli: 1,
      ceilingRpPerUnit: lot.ceilingRpPerUnit,
      maxShareBps: 10_000,
      unserved: 'weighed',
      demands: [{ zoneId: ZONE, packs: lot.demandPacks }],
    },
  ],
  suppliers: admitted.map(({ bid }) => ({
    supplierId: bid.bidId,
    fixedChargeRp: 0,
    capacityMilli: null,
    minimumOrderRp: 0,
  })),
  bids: admitted.map(({ bid }) => ({
    bidId: bid.bidId,
    supplierId: bid.bidId,
    lotId: lot.lotId,
    submittedAt: bid.submittedAt,
    capacityPacks: bid.capacityPacks,
    minimumPacks: bid.minimumPacks,
    tierKind: 'all-units',
    tiers: bid.tiers,
    surchargeRpPerUnit: {},
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
