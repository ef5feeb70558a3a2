import type { AdmittedBid, AdmittedTier } from './admit-bids.js';
import type { LotToAward } from './lot-to-award.js';

/** A bid at one of its tiers. */
export interface TierChoice {
  readonly bid: AdmittedBid;
  readonly tier: AdmittedTier;
}

export interface Pick extends TierChoice {
  readonly packs: number;
}

/** Who gives how many packs, before it is stated in rupiah. */
export interface Plan {
  /** By rank of the bid. */
  readonly picks: readonly Pick[];
  readonly unservedPacks: number;
}

/** What one unserved pack weighs per base unit: a rupiah more than any price that may be paid. */
export const penaltyRpPerUnit = (lot: LotToAward): number => lot.ceilingRpPerUnit + 1;

/**
 * The cost that awards are compared by: the sum of packs x rupiah per unit, and so a whole number. Times
 * `packSizeMilli` it is the exact cost in milli-rupiah, before any line is rounded to whole rupiah.
 *
 *   20 packs at Rp10,500 and 2 unserved under a ceiling of Rp11,000 -> 210,000 + 22,002 = 232,002
 */
export const costPlan = (lot: LotToAward, plan: Plan): number =>
  plan.picks.reduce(
    (sum, { packs, tier }) => sum + packs * tier.priceRpPerUnit,
    plan.unservedPacks * penaltyRpPerUnit(lot),
  );
