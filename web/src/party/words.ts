import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

export const partyWords = defineWords({
  id: {
    signIn: 'Masuk',
    signInAbout: 'Pakai nama masuk dan kata sandi dari koperasi atau instansi Anda.',
    login: 'Nama masuk',
    password: 'Kata sandi',
    code: 'Kode dari aplikasi pengaman',
    codeHint: 'Enam angka dari aplikasi autentikator, atau satu kode cadangan.',
    forgotten: 'Lupa kata sandi?',
    invited: 'Punya undangan?',
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
    signIn: 'Sign in',
    signInAbout: 'With the login and password of your koperasi or agency.',
    login: 'Login',
    password: 'Password',
    code: 'Code from the authenticator app',
    codeHint: 'Six digits of the authenticator app, or one recovery code.',
    forgotten: 'Forgotten your password?',
    invited: 'Do you have an invitation?',
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
