import { defineWords } from '../words/words.js';

export const signInWords = defineWords({
  id: {
    wantsSession: 'Masuk dulu untuk membuka halaman ini',
    lapsed: 'Sesi Anda sudah berakhir',
    lapsedText: 'Masuk lagi untuk melanjutkan. Yang belum terkirim tetap tersimpan di HP ini untuk Anda.',
    signIn: 'Masuk',
    signInAbout: 'Pakai nama masuk dan kata sandi dari koperasi atau instansi Anda.',
    login: 'Nama masuk',
    password: 'Kata sandi',
    code: 'Kode dari aplikasi pengaman',
    codeHint: 'Enam angka dari aplikasi autentikator, atau satu kode cadangan.',
    forgotten: 'Lupa kata sandi?',
    invited: 'Punya undangan?',
  },
  en: {
    wantsSession: 'Sign in first to open this page',
    lapsed: 'Your session has ended',
    lapsedText: 'Sign in again to go on. What has not been sent yet stays on this phone for you.',
    signIn: 'Sign in',
    signInAbout: 'With the login and password of your koperasi or agency.',
    login: 'Login',
    password: 'Password',
    code: 'Code from the authenticator app',
    codeHint: 'Six digits of the authenticator app, or one recovery code.',
    forgotten: 'Forgotten your password?',
    invited: 'Do you have an invitation?',
  },
});
