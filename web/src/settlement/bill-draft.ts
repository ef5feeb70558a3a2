import type { View } from '../api/api.js';

/** A line of a bill while it is being written. */
export interface LineDraft {
  readonly orderLineId: string;
  readonly packs: number | null;
  readonly amountRp: number | null;
  readonly taxRp: number | null;
}

type Ordered = Pick<View<'PurchaseOrderLineView'>, 'id' | 'packs' | 'amountRp' | 'taxRp'>;
type Matched = Pick<
  View<'OrderMatchLineView'>,
  | 'orderLineId'
  | 'isReceived'
  | 'acceptedPacks'
  | 'acceptedRp'
  | 'isBilledBySeller'
  | 'billedPacks'
  | 'billedRp'
>;

/**
 * What is left to bill of each line: what was accepted once it was counted, before that what was ordered, less what is
 * billed already. Lines of which nothing is left are left out.
 *
 *   ordered 20, accepted 18, nothing billed -> 18
 *   ordered 20, on the road, 5 billed       -> 15
 */
export const draftOf = (lines: readonly Ordered[], matched: readonly Matched[]): readonly LineDraft[] =>
  lines.flatMap(({ id, packs, amountRp, taxRp }) => {
    const found = matched.find(({ orderLineId }) => orderLineId === id);
    const wholePacks = found?.isReceived === true ? found.acceptedPacks : packs;
    const wholeRp = found?.isReceived === true ? found.acceptedRp : amountRp;
    const billed = found?.isBilledBySeller === true ? found : { billedPacks: 0, billedRp: 0 };
    const leftPacks = wholePacks - billed.billedPacks;
    const leftRp = Math.max(0, wholeRp - billed.billedRp);
    if (leftPacks <= 0 || leftRp === 0) return [];
    const leftTaxRp = amountRp === 0 ? 0 : Math.floor((taxRp * leftRp) / amountRp);
    return [{ orderLineId: id, packs: leftPacks, amountRp: leftRp, taxRp: leftTaxRp }];
  });

/** What is sent; null while something is missing. Lines set to no packs are left out. */
export const linesOf = (drafts: readonly LineDraft[]): View<'BillLineRequest'>[] | null => {
  const lines: View<'BillLineRequest'>[] = [];
  for (const { orderLineId, packs, amountRp, taxRp } of drafts) {
    if (packs === 0) continue;
    if (packs === null || amountRp === null) return null;
    lines.push({ orderLineId, packs, amountRp, taxRp: taxRp ?? 0 });
  }
  return lines.length === 0 ? null : lines;
};
