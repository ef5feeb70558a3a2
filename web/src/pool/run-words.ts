import { defineWords } from '../words/words.js';

export const runWords = defineWords({
  id: {
    closesAt: (time: string) => `Ditutup ${time}`,
    draftWaits: 'Masih rancangan: belum ada yang bisa memesan.',
    checkDraft: 'Periksa dan buka',
    openRuns: 'Koperasi sedang memesan. Ajak yang belum.',
    toCloseDay: 'Meja hari tutup',
  },
  en: {
    closesAt: (time: string) => `Closes ${time}`,
    draftWaits: 'Still a draft: nobody can order yet.',
    checkDraft: 'Check and open',
    openRuns: 'Koperasi are ordering. Invite who has not.',
    toCloseDay: 'Close-day desk',
  },
});
