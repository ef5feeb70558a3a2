import type { Words } from '../kernel/words.js';

export const rationingRules = ['proportional', 'equal-awards', 'equal-losses', 'talmud'] as const;
export type RationingRule = (typeof rationingRules)[number];

/** What a pool's organiser and members must know of each rule before it is declared, in both languages. */
export const aboutRationingRule: Readonly<Record<RationingRule, Words>> = {
  proportional: {
    id: 'sebanding dengan pesanan. Pesanan yang dilebih-lebihkan diberi lebih banyak.',
    en: 'in proportion to the orders. Rewards inflated orders.',
  },
  'equal-awards': {
    id: 'sama banyak untuk setiap pesanan, paling banyak sebesar pesanannya. Melebih-lebihkan pesanan tidak menambah jatah; memecahnya menjadi beberapa baris menambah.',
    en: 'the same for every line, up to what it asked. Does not reward inflated orders, but rewards splitting one into several lines.',
  },
  'equal-losses': {
    id: 'kekurangan yang sama untuk setiap pesanan; pesanan kecil bisa tidak kebagian. Pesanan yang dilebih-lebihkan diberi lebih banyak, hampir karung demi karung.',
    en: 'every line goes short by the same; small ones may get nothing. Rewards inflated orders most, almost pack for pack.',
  },
  talmud: {
    id: 'jatah sama banyak sampai separuh pesanan; bila ada lebih dari separuh, kekurangannya yang sama. Pesanan yang dilebih-lebihkan bisa diberi lebih banyak.',
    en: 'equal awards up to half of each order; beyond half, equal losses. May reward inflated orders.',
  },
};

/** Every rule with whom it rewards, for those who choose and those who join. */
export const aboutRationingRules = (language: 'id' | 'en'): string =>
  rationingRules.map((rule) => `\`${rule}\`: ${aboutRationingRule[rule][language]}`).join(' ');
