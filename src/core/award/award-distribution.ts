import { amountRp } from '../kernel/quantity.js';
import { capToQuota, type QuotaClaims } from '../lot/ration-quota.js';

/** A lot that is handed out at a fixed price. */
export interface LotToDistribute extends QuotaClaims {
  /** Milli base units in one pack. */
  readonly packSizeMilli: number;
  readonly priceRpPerUnit: number;
  /** Null: as much as may be claimed. */
  readonly stockPacks: number | null;
  readonly isSupplierActive: boolean;
}

/** What comes of it: packs at their price, or why there are none. */
export type DistributionOutcome =
  | { readonly kind: 'awarded'; readonly packs: number; readonly amountRp: number }
  | { readonly kind: 'failed'; readonly reason: 'SUPPLIER_SUSPENDED' | 'NO_LINE_COULD_USE_IT' };

/**
 * Awards a distributed lot without bids: everything that may be claimed within the quotas, as far as the stock
 * reaches. Who gets how much of it is rationing's business, as after a tender.
 *
 *   stock | quota | buyers ask | awarded
 *    null |    40 | 60, 30, 10 | 80
 *      50 |    40 | 60, 30, 10 | 50
 */
export const awardDistribution = (lot: LotToDistribute): DistributionOutcome => {
  if (!lot.isSupplierActive) return { kind: 'failed', reason: 'SUPPLIER_SUSPENDED' };
  const claimedPacks = [...capToQuota(lot).values()].reduce((sum, packs) => sum + packs, 0);
  const packs = lot.stockPacks === null ? claimedPacks : Math.min(lot.stockPacks, claimedPacks);
  if (packs === 0) return { kind: 'failed', reason: 'NO_LINE_COULD_USE_IT' };
  return { kind: 'awarded', packs, amountRp: amountRp(packs, lot.packSizeMilli, lot.priceRpPerUnit) };
};
