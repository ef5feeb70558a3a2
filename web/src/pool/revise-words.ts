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
    discard: 'Buang rancangan',
    discardAbout:
      'Rancangan hilang dari daftar dan tidak bisa dibuka lagi. Orang dan pemasok yang disebut di dalamnya tidak terikat apa pun.',
    discardReason: 'Alasan',
    discardHint: 'Dibaca pengurus penyelenggara.',
    discardSure: 'Rancangan ini dibuang untuk selamanya?',
    discarded: 'Rancangan dibuang',
    because: (reason: string) => `Alasannya: ${reason}`,
    toPools: 'Ke daftar putaran',
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
    discard: 'Discard the draft',
    discardAbout:
      'The draft leaves the list and can never be opened. The people and suppliers it names are bound by nothing.',
    discardReason: 'Reason',
    discardHint: 'Read by the organiser’s officers.',
    discardSure: 'Is this draft to be discarded for good?',
    discarded: 'Draft discarded',
    because: (reason: string) => `The reason: ${reason}`,
    toPools: 'To the pools',
  },
});
