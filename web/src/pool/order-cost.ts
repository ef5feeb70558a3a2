import { worstOf, type GuaranteeStep } from '../../../src/core/offer/guarantee-steps.js';
import type { OrderRow } from './order-form.js';

/** What packs cost at most; as the server reckons it (core/quote), so that it is known without a signal too. */
export const amountAtMostRp = (packs: number, packSizeMilli: number, priceRpPerUnit: number): number =>
  Number((BigInt(packs) * BigInt(packSizeMilli) * BigInt(priceRpPerUnit) + 999n) / 1_000n);

/** The deposit for a worst amount, rounded up (core/pool/deposit). */
export const depositRp = (worstRp: number, rateBps: number): number =>
  Number((BigInt(worstRp) * BigInt(rateBps) + 9_999n) / 10_000n);

export interface RowCost {
  readonly worstRpPerUnit: number;
  readonly worstAmountRp: number;
}

/** The worst of a row: its own limit, or what is certain for so many packs; null where nothing is certain yet. */
export const costOf = (row: OrderRow, steps: readonly GuaranteeStep[] | undefined): RowCost | null => {
  const { quantityPacks, tolerancePacks, limitRp } = row.wish;
  if (quantityPacks === 0 || steps === undefined || steps.length === 0) return null;
  const worstRpPerUnit = worstOf(steps, quantityPacks, limitRp);
  return {
    worstRpPerUnit,
    worstAmountRp: amountAtMostRp(quantityPacks + tolerancePacks, row.item.packSizeMilli, worstRpPerUnit),
  };
};

/** The worst of all rows together. */
export const totalWorstRp = (costs: readonly (RowCost | null)[]): number =>
  costs.reduce((sum, cost) => sum + (cost?.worstAmountRp ?? 0), 0);
