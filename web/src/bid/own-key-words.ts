import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

export const ownKeyWords = defineWords({
  id: {
    title: 'Kunci saya',
    about:
      'Pemegang kunci membuat kuncinya sekali, di HP sendiri. Kunci itu membuka bagian Anda setelah batas waktu penawaran.',
    none: 'Anda belum punya kunci',
    passphrase: 'Frasa sandi baru',
    passphraseHint: (least: string) =>
      `Paling sedikit ${least} huruf. Enam kata acak paling mudah diingat dan sulit ditebak.`,
    again: 'Ketik sekali lagi',
    differs: 'Keduanya belum sama.',
    short: (missing: string) => `Kurang ${missing} huruf.`,
    lost: 'Frasa sandi tidak dikirim ke server, jadi tidak bisa dipulihkan. Tanpa frasa itu bagian Anda hilang: tulis di kertas dan simpan.',
    make: 'Buat kunci saya',
    makeNew: 'Buat kunci baru',
    newText:
      'Kunci baru dipakai untuk paket berikutnya. Yang sudah dikunci dengan kunci lama tetap dibuka dengan frasa lamanya.',
    has: 'Kunci Anda sudah ada',
    madeAt: (time: string) => `Dibuat ${time}.`,
    tell: 'Bacakan deretan ini kepada penyelenggara, langsung atau lewat telepon:',
    name: 'Deretan kunci Anda',
    toHome: 'Ke beranda',
  },
  en: {
    title: 'My key',
    about:
      'A key holder makes their key once, on their own phone. It opens your share after the bids’ deadline.',
    none: 'You have no key yet',
    passphrase: 'New passphrase',
    passphraseHint: (least: string) =>
      `At least ${least} characters. Six random words are easiest to keep in mind and hard to guess.`,
    again: 'Type it once more',
    differs: 'The two are not the same yet.',
    short: (missing: string) => `${counted(missing, 'character')} short.`,
    lost: 'The passphrase is not sent to the server and cannot be restored. Without it your share is lost: write it down and keep it.',
    make: 'Make my key',
    makeNew: 'Make a new key',
    newText:
      'A new key is used for lots to come. What was sealed to the old one is still opened by its passphrase.',
    has: 'Your key is there',
    madeAt: (time: string) => `Made ${time}.`,
    tell: 'Read this row to the organiser, in person or by telephone:',
    name: 'Name of your key',
    toHome: 'To home',
  },
});
