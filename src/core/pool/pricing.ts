import type { Words } from '../kernel/words.js';
import { refuseDraft } from './draft-refusals.js';

export const priceKinds = ['uniform', 'per-zone'] as const;
/** One price per lot for all, or one per zone (kecamatan) of it. */
export type PriceKind = (typeof priceKinds)[number];

/** What a pool declares before it opens about what its members pay. */
export interface Pricing {
  readonly kind: PriceKind;
  /** The organiser's, rupiah per base unit of what is accepted; part of every landed price. */
  readonly feeRpPerUnit: number;
}

/** What holds for a pool that declares nothing. */
export const plainPricing: Pricing = { kind: 'uniform', feeRpPerUnit: 0 };

/** What members must know of each kind before it is declared, in both languages. */
export const aboutPriceKind: Readonly<Record<PriceKind, Words>> = {
  uniform: {
    id: 'satu harga per paket untuk semua; yang jauh ikut ditanggung bersama.',
    en: 'one price per lot for all; distance is shouldered together.',
  },
  'per-zone': {
    id: 'satu harga per kecamatan; tambahan untuk suatu kecamatan dibayar di sana.',
    en: 'one price per kecamatan; what a kecamatan costs more is paid there.',
  },
};

/**
 * Judges declared prices and completes them. A fee stays within the ceiling of each item: one beyond would outweigh
 * the goods, and at the largest numbers no lot could be priced and none would end.
 *
 *   ceilings Rp13,500 and Rp17,500 | fee Rp25     -> uniform, Rp25
 *                                  | fee Rp13,501 -> FEE_ABOVE_CEILING
 *
 * @throws Refusal
 */
export const declarePricing = (
  declared: Partial<Pricing>,
  items: readonly { readonly ceilingRpPerUnit: number }[],
): Pricing => {
  const pricing = { kind: declared.kind ?? plainPricing.kind, feeRpPerUnit: declared.feeRpPerUnit ?? 0 };
  const mostRp = Math.min(...items.map(({ ceilingRpPerUnit }) => ceilingRpPerUnit));
  if (pricing.feeRpPerUnit > mostRp)
    throw refuseDraft('FEE_ABOVE_CEILING', { mostRp }, 'pricing.feeRpPerUnit');
  return pricing;
};
