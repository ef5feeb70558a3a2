import { defineWords } from '../words/words.js';

export const signInWords = defineWords({
  id: {
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
