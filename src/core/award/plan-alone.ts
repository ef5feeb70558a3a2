import type { AdmittedBid } from './admit-bids.js';
import { costPlan, type Plan } from './cost-plan.js';
import { fillTiers } from './fill-tiers.js';
import type { LotToAward } from './lot-to-award.js';

/**
 * The best that one bid can do by itself: the tier whose fill costs least, unserved packs weighed in;
 * of equal ones the one with more packs. A bid has at least one tier, so there is always a plan.
 *
 *   demand 30 | 1-19 at Rp10,000, 20-25 at Rp10,900 | ceiling Rp11,000
 *   -> 19 packs (the saving of 19 x 1,001 beats 25 x 101)
 */
export const planAlone = (lot: LotToAward, bid: AdmittedBid): Plan =>
  bid.tiers
    .map((tier) => fillTiers(lot.demandPacks, [{ bid, tier }]))
    .reduce((best, next) => {
      const dearer = costPlan(lot, next) - costPlan(lot, best);
      return dearer < 0 || (dearer === 0 && next.unservedPacks < best.unservedPacks) ? next : best;
    });

/** The cheapest of all plans with one bid; of equal ones the earlier bid's. All is unserved when none is admitted. */
export const planCheapestAlone = (lot: LotToAward, admitted: readonly AdmittedBid[]): Plan =>
  admitted
    .map((bid) => planAlone(lot, bid))
    .reduce((best, next) => (costPlan(lot, next) < costPlan(lot, best) ? next : best), {
      picks: [],
      unservedPacks: lot.demandPacks,
    });
