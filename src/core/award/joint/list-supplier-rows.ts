import type { SupplierTerms } from './award-problem.js';
import type { JointColumn, JointRow, OfferColumns } from './joint-column.js';

/** The column that says a supplier is used at all; null where its one bid, or the lack of terms, says enough. */
export const usedColumn = (supplier: SupplierTerms, bids: number): JointColumn | null =>
  bids < 2 ||
  (supplier.fixedChargeRp === 0 && supplier.minimumOrderRp === 0 && supplier.capacityMilli === null)
    ? null
    : {
        kind: 'used',
        name: `used ${supplier.supplierId}`,
        supplier,
        cost: supplier.fixedChargeRp * 1000,
        lower: 0,
        upper: 1,
        whole: true,
      };

/** Milli-rupiah of goods at tier prices in each column of an offer. */
const goodsTerms = ({ offer, packs, fills }: OfferColumns): (readonly [JointColumn, number])[] =>
  (offer.bid.tierKind === 'incremental' ? fills : packs).flatMap((column) =>
    'block' in column && column.block
      ? [[column, column.block.priceRpPerUnit * offer.lot.packSizeMilli] as const]
      : [],
  );

/**
 * The terms of a supplier over several bids: capacity over all lots, and goods worth at least its minimum
 * order once it is used. Both are divided by their limit, so that no row has huge factors.
 *
 *   capacity 1,000 kg; rice in packs of 50 kg, sugar of 1 kg -> rice / 20 + sugar / 1,000 <= used
 */
export const listSupplierRows = (
  supplier: SupplierTerms,
  offers: readonly OfferColumns[],
  used: JointColumn,
): JointRow[] => {
  const rows: JointRow[] = [];
  const { capacityMilli, minimumOrderRp } = supplier;
  const packs = offers.flatMap((columns) => columns.packs);
  const reach = offers.reduce((sum, { offer }) => sum + offer.capacityPacks * offer.lot.packSizeMilli, 0);
  if (capacityMilli !== null && reach > capacityMilli) {
    const terms = packs.map((column) => [column, column.place.lot.packSizeMilli / capacityMilli] as const);
    rows.push({ lower: -Infinity, upper: 0, terms: [...terms, [used, -1]] });
  }
  if (minimumOrderRp > 0) {
    const least = minimumOrderRp * 1000;
    const terms = offers.flatMap(goodsTerms).map(([column, milliRp]) => [column, milliRp / least] as const);
    rows.push({ lower: 0, upper: Infinity, terms: [...terms, [used, -1]] });
  }
  return rows;
};
