import { defineWords } from '../words/words.js';

export const reviseWords = defineWords({
  id: {
    title: 'Ubah nama dan waktu',
    save: 'Simpan perubahan',
    path: 'Letak halaman',
    whole: 'Ubah rancangan',
    toWhole: 'Ubah barang, aturan dan orangnya',
    anew: 'Rancang putaran lain dari yang ini',
    noDraft: 'Ini bukan rancangan lagi',
    noDraftNext: 'Setelah dibuka, yang ditetapkan tidak berubah. Ingin yang lain? Rancang putaran lain.',
  },
  en: {
    title: 'Change name and times',
    save: 'Save the changes',
    path: 'Where this page is',
    whole: 'Change the draft',
    toWhole: 'Change its items, rules and people',
    anew: 'Draft another pool from this one',
    noDraft: 'This is no draft any more',
    noDraftNext: 'Once opened, what was declared does not change. Want something else? Draft another pool.',
  },
});
