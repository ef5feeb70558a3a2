import { defineWords } from '../words/words.js';

export const discardWords = defineWords({
  id: {
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
