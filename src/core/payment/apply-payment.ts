import { openRp, type Due } from './dues.js';

export interface ItemDue extends Due {
  readonly dueId: string;
  /** What of the payment was meant for it, in rupiah. */
  readonly itemRp: number;
}

export interface Applied {
  readonly covers: readonly { readonly dueId: string; readonly amountRp: number }[];
  readonly suspenseRp: number;
  readonly reason: 'late' | 'not-owed' | null;
}

/**
 * What a payment that came covers: of each due what is still open of it, up to what was meant for it. The rest, and
 * all of a payment that came after its end, is money that nobody asked for any more: it is kept apart until
 * somebody decides.
 *
 *   Rp100 for a due with Rp60 open -> covers 60, kept apart 40;   late -> kept apart 100
 */
export const applyPayment = (items: readonly ItemDue[], isLate: boolean): Applied => {
  const covers = items
    .map((item) => ({ dueId: item.dueId, amountRp: isLate ? 0 : Math.min(item.itemRp, openRp(item)) }))
    .filter(({ amountRp }) => amountRp > 0);
  const allRp = items.reduce((sum, { itemRp }) => sum + itemRp, 0);
  const coveredRp = covers.reduce((sum, { amountRp }) => sum + amountRp, 0);
  const suspenseRp = allRp - coveredRp;
  return { covers, suspenseRp, reason: suspenseRp === 0 ? null : isLate ? 'late' : 'not-owed' };
};
