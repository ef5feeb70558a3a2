import type { Distribution } from './distribution.js';
import { refuseDraft } from './draft-refusals.js';

export const itemModes = ['tender', 'distribution'] as const;
export type ItemMode = (typeof itemModes)[number];

/** How an item is to be bought: by tender when nothing is said. */
export interface ModeRequest {
  readonly mode?: ItemMode;
  readonly distribution?: Distribution;
}

/** A supplier as the register knows it. */
export interface KnownSupplier {
  readonly supplierId: string;
  readonly isActive: boolean;
}

/**
 * Judges the terms of a distributed item: an active supplier, a price that is not above the ceiling.
 *
 *   price | ceiling | outcome
 *   11000 |   12500 | stands
 *   12501 |   12500 | FIXED_PRICE_ABOVE_CEILING
 *
 * @returns the terms, null for an item by tender.
 * @throws Refusal DISTRIBUTION_TERMS_MISSING, DISTRIBUTION_TERMS_UNASKED, SUPPLIER_UNKNOWN, SUPPLIER_SUSPENDED,
 *   FIXED_PRICE_ABOVE_CEILING; `field` leads to the item.
 */
export const draftDistribution = (
  { mode = 'tender', distribution }: ModeRequest,
  ceilingRpPerUnit: number,
  suppliers: readonly KnownSupplier[],
  field: string,
): Distribution | null => {
  if (mode === 'tender') {
    if (distribution !== undefined) throw refuseDraft('DISTRIBUTION_TERMS_UNASKED', {}, `${field}.mode`);
    return null;
  }
  if (distribution === undefined)
    throw refuseDraft('DISTRIBUTION_TERMS_MISSING', {}, `${field}.distribution`);
  const supplier = suppliers.find(({ supplierId }) => supplierId === distribution.supplierId);
  if (supplier === undefined) throw refuseDraft('SUPPLIER_UNKNOWN', {}, `${field}.distribution.supplierId`);
  if (!supplier.isActive) throw refuseDraft('SUPPLIER_SUSPENDED', {}, `${field}.distribution.supplierId`);
  if (distribution.priceRpPerUnit > ceilingRpPerUnit)
    throw refuseDraft(
      'FIXED_PRICE_ABOVE_CEILING',
      { price: distribution.priceRpPerUnit, ceiling: ceilingRpPerUnit },
      `${field}.distribution.priceRpPerUnit`,
    );
  return distribution;
};
