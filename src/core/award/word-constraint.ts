import { fillWords, type Words } from '../kernel/words.js';
import type { BindingConstraint, ConstraintKind } from './lot-award.js';

/** `{name}` is whose limit it is, `{rp}` what it costs. */
const words: Readonly<Record<ConstraintKind, Words>> = {
  'bid-capacity': {
    id: 'Kapasitas penawaran {name} menambah Rp{rp}.',
    en: "The capacity of {name}'s bid adds Rp{rp}.",
  },
  'bid-minimum': {
    id: 'Jumlah minimum penawaran {name} menambah Rp{rp}.',
    en: "The minimum of {name}'s bid adds Rp{rp}.",
  },
  'max-per-buyer': {
    id: 'Batas per koperasi dari {name} menambah Rp{rp}.',
    en: "{name}'s limit per koperasi adds Rp{rp}.",
  },
  'supplier-capacity': {
    id: 'Kapasitas {name} untuk semua paket menambah Rp{rp}.',
    en: "{name}'s capacity over all lots adds Rp{rp}.",
  },
  'minimum-order': {
    id: 'Nilai pesanan minimum {name} menambah Rp{rp}.',
    en: "{name}'s minimum order adds Rp{rp}.",
  },
  'max-share': {
    id: 'Porsi terbesar per pemasok yang diumumkan putaran menambah Rp{rp}.',
    en: "The pool's largest share per supplier adds Rp{rp}.",
  },
  'reserved-share': {
    id: 'Cadangan untuk koperasi dan produsen kecil menambah Rp{rp}.',
    en: 'The share kept for koperasi and small producers adds Rp{rp}.',
  },
  'min-suppliers': {
    id: 'Jumlah pemasok yang diinginkan menambah Rp{rp}.',
    en: 'The number of suppliers wished for adds Rp{rp}.',
  },
};

/**
 * What a limit costs, in both languages.
 *
 *   bid-capacity, Rp500,000, Penggilingan A -> "Kapasitas penawaran Penggilingan A menambah Rp500.000."
 */
export const wordConstraint = ({ kind, costsRp }: BindingConstraint, subjectName: string): Words => {
  const params = { name: subjectName, rp: costsRp };
  return { id: fillWords(words[kind], 'id', params), en: fillWords(words[kind], 'en', params) };
};
