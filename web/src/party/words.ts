import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

export const partyWords = defineWords({
  id: {
    account: 'Akun',
    person: 'Nama',
    party: 'Bertindak untuk',
    roles: 'Peran',
    signOut: 'Keluar',
    beforeLeaving: (count: number) =>
      `${String(count)} kiriman belum diterima server. Bila Anda keluar sekarang, kiriman itu hilang.`,
    signOutAbout: 'Semua data Anda di HP ini dihapus.',
  },
  en: {
    account: 'Account',
    person: 'Name',
    party: 'Acting for',
    roles: 'Roles',
    signOut: 'Sign out',
    beforeLeaving: (count: number) =>
      `Yet to reach the server: ${counted(count, 'errand')}. What has not reached it is lost if you sign out now.`,
    signOutAbout: 'Everything of yours on this phone is wiped.',
  },
});
