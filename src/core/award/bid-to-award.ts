import type { PriceTier } from '../offer/schedule.js';

/** A bid as what one koperasi would pay alone is read from it: packs whole, prices whole rupiah per base unit. */
export interface BidToAward {
  readonly bidId: string;
  readonly supplierId: string;
  /** ISO 8601 instant; equal costs go to the earlier bid, then to the smaller id. */
  readonly submittedAt: string;
  readonly capacityPacks: number;
  /** 0 or more: if awarded anything at all, at least so many. */
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  /** Rising `fromPacks`. */
  readonly tiers: readonly PriceTier[];
}
