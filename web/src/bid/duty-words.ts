import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

/** Apart from what committees' own screens say: every home fetches these. */
export const dutyWords = defineWords({
  id: {
    askKey: (pool: string) => `Buat kunci Anda: ${pool}`,
    askKeyText: 'Anda memegang satu dari tiga bagian kunci penawaran.',
    askMake: (pool: string) => `Buat kunci paket: ${pool}`,
    askMakeText: (count: string) => `${count} paket belum bisa ditawar sebelum kuncinya dibuat.`,
    askHolders: (count: string) => `${count} pemegang belum membuat kuncinya.`,
    askOpen: (pool: string) => `Buka penawaran: ${pool}`,
    askOpenText: 'Batas waktu lewat. Dua pemegang membukanya bersama.',
    askGo: 'Ke panitia kunci',
  },
  en: {
    askKey: (pool: string) => `Make your key: ${pool}`,
    askKeyText: 'You hold one of three shares of the key to its bids.',
    askMake: (pool: string) => `Make the keys of the lots: ${pool}`,
    askMakeText: (count: string) => `${counted(count, 'lot')} cannot take bids before the key is made.`,
    askHolders: (count: string) => `${counted(count, 'holder')} yet to make a key.`,
    askOpen: (pool: string) => `Open the bids: ${pool}`,
    askOpenText: 'The deadline has passed. Two holders open them together.',
    askGo: 'To the key committee',
  },
});
