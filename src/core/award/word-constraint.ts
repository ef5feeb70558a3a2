import { fillWords, type Language, type Words } from '../kernel/words.js';
import type { PoolSide } from '../pool/side.js';
import type { BindingConstraint, ConstraintKind } from './lot-award.js';

/** What a limit does: to a cost, or to what a sale brings. */
const verbs = {
  buy: { id: 'menambah', en: 'adds' },
  sell: { id: 'mengurangi hasil jual', en: 'takes off the sale' },
} as const;

/** `{name}` is whose limit it is, `{rp}` what it costs. */
const words: Readonly<Record<ConstraintKind, Words>> = {
  'bid-capacity': {
    id: 'Kapasitas penawaran {name} {verb} Rp{rp}.',
    en: "The capacity of {name}'s bid {verb} Rp{rp}.",
  },
  'bid-minimum': {
    id: 'Jumlah minimum penawaran {name} {verb} Rp{rp}.',
    en: "The minimum of {name}'s bid {verb} Rp{rp}.",
  },
  'max-per-buyer': {
    id: 'Batas per koperasi dari {name} {verb} Rp{rp}.',
    en: "{name}'s limit per koperasi {verb} Rp{rp}.",
  },
  'supplier-capacity': {
    id: 'Kapasitas {name} untuk semua paket {verb} Rp{rp}.',
    en: "{name}'s capacity over all lots {verb} Rp{rp}.",
  },
  'minimum-order': {
    id: 'Nilai pesanan minimum {name} {verb} Rp{rp}.',
    en: "{name}'s minimum order {verb} Rp{rp}.",
  },
  'max-share': {
    id: 'Porsi terbesar per pemasok yang diumumkan putaran {verb} Rp{rp}.',
    en: "The pool's largest share per supplier {verb} Rp{rp}.",
  },
  'reserved-share': {
    id: 'Cadangan untuk koperasi dan produsen kecil {verb} Rp{rp}.',
    en: 'The share kept for koperasi and small producers {verb} Rp{rp}.',
  },
  'min-suppliers': {
    id: 'Jumlah pemasok yang diinginkan {verb} Rp{rp}.',
    en: 'The number of suppliers wished for {verb} Rp{rp}.',
  },
};

/**
 * What a limit costs, in both languages.
 *
 *   bid-capacity, Rp500,000, Penggilingan A -> "Kapasitas penawaran Penggilingan A menambah Rp500.000."
 *   in a sell pool                          -> "Kapasitas penawaran Dapur A mengurangi hasil jual Rp500.000."
 */
export const wordConstraint = (
  { kind, costsRp }: BindingConstraint,
  subjectName: string,
  side: PoolSide = 'buy',
): Words => {
  const say = (language: Language): string =>
    fillWords(words[kind], language, { name: subjectName, rp: costsRp, verb: verbs[side][language] });
  return { id: say('id'), en: say('en') };
};
