import { defineWords } from '../words/words.js';

export const reviseWords = defineWords({
  id: {
    title: 'Ubah nama dan waktu',
    save: 'Simpan perubahan',
    whole: 'Ubah rancangan',
    toWhole: 'Ubah barang, aturan dan orangnya',
    anew: 'Rancang putaran lain dari yang ini',
    noDraft: 'Ini bukan rancangan lagi',
    noDraftNext: 'Putaran yang sudah dibuka tidak berubah.',
  },
  en: {
    title: 'Change name and times',
    save: 'Save the changes',
    whole: 'Change the draft',
    toWhole: 'Change its items, rules and people',
    anew: 'Draft another pool from this one',
    noDraft: 'This is no draft any more',
    noDraftNext: 'A pool that was opened stays as it is.',
  },
});
