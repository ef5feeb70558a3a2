import { defineWords } from '../words/words.js';

/** Of the list alone: a pool's own page does without. */
export const poolsWords = defineWords({
  id: {
    pools: 'Putaran belanja bersama',
    list: 'Daftar putaran',
    makeNew: 'Buat putaran baru',
    more: 'Tampilkan lebih banyak',
  },
  en: {
    pools: 'Buying pools',
    list: 'List of pools',
    makeNew: 'Make a new pool',
    more: 'Show more',
  },
});
