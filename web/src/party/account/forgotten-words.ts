import { defineWords } from '../../words/words.js';

export const forgottenWords = defineWords({
  id: {
    title: 'Lupa kata sandi',
    about:
      'Kami kirim kode ke nomor HP atau email yang tercatat di akun Anda. Dengan kode itu Anda memilih kata sandi baru.',
    login: 'Nama masuk',
    ask: 'Kirim kode',
    haveCode: 'Saya sudah punya kode',
    asked: 'Kode sedang dikirim bila nama masuk ini terdaftar dan punya kontak',
    askedText:
      'Kodenya berlaku sebentar dan hanya sekali. Belum datang, atau kontak belum pernah diisi? Minta ketua koperasi atau instansi Anda menghubungi penyelenggara.',
    code: 'Kode dari pesan',
    codeHint: 'Empat kelompok huruf dan angka, misalnya 7K2M-0QX9-VT4B-HJ6E.',
    choose: 'Pasang kata sandi baru',
    again: 'Kirim kode lain',
    done: 'Kata sandi baru sudah dipasang',
    doneText: 'Semua perangkat Anda sudah dikeluarkan. Masuk dengan kata sandi baru.',
    signIn: 'Masuk',
  },
  en: {
    title: 'Forgotten password',
    about:
      'We send a code to the telephone number or e-mail of your account. With it you choose a new password.',
    login: 'Login',
    ask: 'Send a code',
    haveCode: 'I have a code already',
    asked: 'A code is on its way if somebody has this login and a contact',
    askedText:
      'It is good for a short while, and once. Nothing came, or no contact was ever given? Have the chair of your koperasi or agency talk to the organiser.',
    code: 'Code from the message',
    codeHint: 'Four groups of letters and digits, such as 7K2M-0QX9-VT4B-HJ6E.',
    choose: 'Set the new password',
    again: 'Send another code',
    done: 'The new password is set',
    doneText: 'All your devices have been signed out. Sign in with the new password.',
    signIn: 'Sign in',
  },
});
