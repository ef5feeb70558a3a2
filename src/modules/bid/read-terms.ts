import type { BidTerms, BidTier } from '../../core/bid/bid-terms.js';

/** The columns of a revision that hold its terms: all of them, or none once it is withdrawn. */
export interface TermsRow {
  readonly capacityPacks: number | null;
  readonly minimumPacks: number | null;
  readonly leadTimeDays: number | null;
  readonly tiers: BidTier[] | null;
}

export const termsOf = ({ capacityPacks, minimumPacks, leadTimeDays, tiers }: TermsRow): BidTerms | null =>
  capacityPacks === null || minimumPacks === null || leadTimeDays === null || tiers === null
    ? null
    : { capacityPacks, minimumPacks, leadTimeDays, tiers };
