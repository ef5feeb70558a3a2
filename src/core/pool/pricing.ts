import type { Words } from '../kernel/words.js';

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
