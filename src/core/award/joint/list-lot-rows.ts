import { groupBy } from '../../kernel/group-by.js';
import type { JointColumn, JointRow, OfferColumns } from './joint-column.js';
import type { Admitted } from './offer.js';

/**
 * What a lot asks of its bids together: suppliers who are not reserved stay within the open packs, and
 * suppliers short of those wished for are counted where they weigh anything.
 *
 *   30 of 100 packs reserved, A open, B reserved | packs A <= 70
 *   3 suppliers wished for, bids A and B         | missing >= 3 - used A - used B
 */
export const listLotRows = (
  { places, openPacks }: Admitted,
  offers: readonly OfferColumns[],
): { rows: JointRow[]; missing: JointColumn[] } => {
  const rows: JointRow[] = [];
  const missing: JointColumn[] = [];
  const offersOf = groupBy(offers, ({ offer }) => offer.lot.lotId);
  for (const lot of new Set(places.map((place) => place.lot))) {
    const own = offersOf.get(lot.lotId) ?? [];
    const open = openPacks.get(lot.lotId);
    const others = own.filter(({ offer }) => !offer.supplier.isReserved);
    if (open !== undefined && others.reduce((sum, { offer }) => sum + offer.capacityPacks, 0) > open)
      rows.push({
        lower: -Infinity,
        upper: open,
        terms: others.flatMap(({ packs }) => packs.map((column) => [column, 1] as const)),
      });
    if (lot.minSuppliers === 0 || lot.missingSupplierRp === 0) continue;
    const column = {
      kind: 'missing',
      name: `missing ${lot.lotId}`,
      lot,
      cost: lot.missingSupplierRp * 1000,
      lower: 0,
      upper: lot.minSuppliers,
      whole: false,
    } as const;
    const used = own.flatMap(({ uses }) => uses.map((each) => [each, 1] as const));
    missing.push(column);
    rows.push({ lower: lot.minSuppliers, upper: Infinity, terms: [[column, 1], ...used] });
  }
  return { rows, missing };
};
