/** All-units tier: the tier that the packs awarded reach prices every one of them. */
export interface BidTier {
  /** Fewest packs at this price. */
  readonly fromPacks: number;
  readonly priceRpPerUnit: number;
}

/** What a supplier offers for a lot. */
export interface BidTerms {
  readonly capacityPacks: number;
  /** 0 or more: if awarded anything at all, at least so many. */
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  /** Rising `fromPacks`, never rising prices. */
  readonly tiers: readonly BidTier[];
}

export type BidAction = 'submitted' | 'revised' | 'withdrawn';

/** A bid's last revision: what counts at the deadline. Terms are null once it is withdrawn. */
export interface CurrentRevision {
  readonly revision: number;
  readonly action: BidAction;
  readonly terms: BidTerms | null;
}

/** The part of a tender that decides whether it still takes bids. */
export interface TenderDeadline {
  readonly closesAt: Date;
  readonly isOpened: boolean;
}

export const MAX_TIERS = 12;
