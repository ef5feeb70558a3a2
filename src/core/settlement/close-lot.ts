import { groupBy } from '../kernel/group-by.js';
import { amountRp } from '../kernel/quantity.js';
import { closeSale } from './close-sale.js';
import { limitRp } from './limit-rp.js';
import type { ClosedLine, LotClosing, LotToClose, SettledPart } from './lot-closing.js';
import { areaOf, fixedByArea } from './price-lines.js';
import { sumOf } from '../kernel/sum-of.js';
import { shareUpTo } from './share-up-to.js';

export type { ClosedLine, LotClosing, LotToClose, SettledPart } from './lot-closing.js';

/** What one price is common to: its real cost, and what each line pays of it. */
const closeArea = (
  { packSizeMilli }: LotToClose,
  parts: readonly SettledPart[],
  realRp: number,
): ClosedLine[] => {
  const lines = [...groupBy(parts, ({ lineId }) => lineId)].map(([lineId, own]) => {
    const acceptedPacks = sumOf(own, (part) => part.acceptedPacks);
    const invoicedRp = sumOf(own, (part) => part.invoicedRp);
    const mostRp = Math.min(invoicedRp, limitRp(own[0]?.maxLandedRp ?? null, acceptedPacks, packSizeMilli));
    return { lineId, acceptedPacks, invoicedRp, mostRp, weight: acceptedPacks };
  });
  const isUncovered = realRp >= sumOf(lines, ({ mostRp }) => mostRp);
  const finals = isUncovered ? lines.map(({ mostRp }) => mostRp) : shareUpTo(realRp, lines);
  return lines.map(({ lineId, acceptedPacks, invoicedRp }, at) => ({
    lineId,
    acceptedPacks,
    invoicedRp,
    finalRp: finals[at] ?? 0,
  }));
};

/**
 * Closes a lot when its last receipt is in. What it really came to, the suppliers' bills for what was
 * accepted and the fee, is laid beside what was invoiced. If it is less (the dear supplier fell short, one
 * with a fixed charge never came), everybody pays the lower price and gets the difference back, shared by
 * accepted packs. If it is more (the cheap supplier fell short), nobody pays more than was fixed at award:
 * the organiser's equalisation account bears the rest.
 *
 *   A 5 at Rp100, B 5 at Rp120, all at Rp110 | all of A and 3 of B: Rp880 invoiced, Rp860 billed, Rp20 back
 *                                            | 3 of A and all of B: Rp880 invoiced, Rp900 billed, Rp20 uncovered
 *
 * Reads sums only: the order of receipts leaves no trace. A lot that was sold has nothing to pay back: `closeSale`.
 */
export const closeLot = (lot: LotToClose): LotClosing => {
  if (lot.side === 'sell') return closeSale(lot);
  const { packSizeMilli, pricing } = lot;
  const accepted = lot.parts.map((part) => ({ ...part, packs: part.acceptedPacks }));
  const fixed = fixedByArea(lot.fixed, accepted, pricing);
  let feesRp = 0;
  const lines = [...groupBy(lot.parts, areaOf(pricing))].flatMap(([area, own]) => {
    const areaFeesRp = amountRp(
      sumOf(own, (part) => part.acceptedPacks),
      packSizeMilli,
      pricing.feeRpPerUnit,
    );
    feesRp += areaFeesRp;
    const realRp = sumOf(own, (part) => part.billedRp) + (fixed.get(area) ?? 0) + areaFeesRp;
    return closeArea(lot, own, realRp);
  });
  const invoicedRp = sumOf(lines, (line) => line.invoicedRp);
  const finalRp = sumOf(lines, (line) => line.finalRp);
  const billedRp = sumOf(lot.parts, (part) => part.billedRp) + sumOf(lot.fixed, ({ amountRp: rp }) => rp);
  return {
    invoicedRp,
    billedRp,
    feesRp,
    creditedRp: invoicedRp - finalRp,
    uncoveredRp: billedRp + feesRp - finalRp,
    lines,
  };
};
