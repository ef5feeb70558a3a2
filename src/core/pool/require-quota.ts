import { refuseCommitment } from './commitment-refusals.js';

/** What an item's fixed price and quota mean to one koperasi's lines. */
export interface BuyerQuota {
  readonly priceRpPerUnit: number;
  readonly quotaPerBuyerPacks: number;
}

/** A line as the quota sees it. */
export interface QuotaClaim {
  readonly quantityPacks: number;
  /** The most it would pay per base unit; null for no limit. */
  readonly maxLandedRp: number | null;
}

/**
 * Refuses a line of a distributed item that cannot be served as it stands: with the koperasi's other packs of the
 * item it would pass the quota, or its own limit lies below the fixed price. Of two lines that come in at the same
 * moment both may pass; what they then get together is held to the quota when the lot is shared out.
 *
 *   quota | others | asks | outcome
 *      40 |     30 |   10 | stands
 *      40 |     30 |   11 | QUOTA_EXCEEDED, 10 left
 *
 * @throws Refusal QUOTA_EXCEEDED, LIMIT_BELOW_FIXED_PRICE; `at` leads to the line's fields.
 */
export const requireQuota = (quota: BuyerQuota, claim: QuotaClaim, otherPacks: number, at: string): void => {
  const leftPacks = Math.max(0, quota.quotaPerBuyerPacks - otherPacks);
  if (claim.quantityPacks > leftPacks)
    throw refuseCommitment(
      'QUOTA_EXCEEDED',
      { quota: quota.quotaPerBuyerPacks, left: leftPacks },
      `${at}quantityPacks`,
    );
  if (claim.maxLandedRp !== null && claim.maxLandedRp < quota.priceRpPerUnit)
    throw refuseCommitment('LIMIT_BELOW_FIXED_PRICE', { price: quota.priceRpPerUnit }, `${at}maxLandedRp`);
};
