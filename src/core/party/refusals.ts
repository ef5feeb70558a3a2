import { refusals } from '../kernel/refuse.js';

export const refuseParty = refusals({
  LOGIN_REFUSED: {
    status: 401,
    id: 'Nama masuk atau kata sandi salah.',
    en: 'The login or the password is wrong.',
  },
  PARTY_NOT_FOUND: { status: 404, id: 'Pihak ini tidak ada.', en: 'There is no such party.' },
  PERSON_NOT_FOUND: { status: 404, id: 'Orang ini tidak ada.', en: 'There is no such person.' },
  PARTY_ALREADY_SUSPENDED: {
    status: 409,
    id: 'Pihak ini sudah dibekukan.',
    en: 'This party is suspended already.',
  },
  PARTY_NOT_SUSPENDED: {
    status: 409,
    id: 'Pihak ini tidak sedang dibekukan.',
    en: 'This party is not suspended.',
  },
  PARTY_OUT_OF_REACH: {
    status: 403,
    id: 'Hanya koperasi, pemasok, pengangkut dan dapur di wilayah Anda yang bisa Anda bekukan, pulihkan atau periksa.',
    en: 'You may suspend, reinstate or examine only koperasi, suppliers, carriers and kitchens of your own region.',
  },
  ADMINISTRATOR_STAYS_ACTIVE: {
    status: 409,
    id: 'Administrator tidak bisa dibekukan; nonaktifkan orangnya.',
    en: 'An administrator cannot be suspended; disable the person instead.',
  },
  PARTY_NOT_A_SUPPLIER: {
    status: 409,
    id: 'Pihak ini bukan pemasok.',
    en: 'This party is no supplier.',
  },
  SUPPLIER_CLASS_NOT_FOUND: {
    status: 404,
    id: 'Golongan pemasok ini belum dicatat.',
    en: 'No class is recorded of this supplier.',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    id: 'Terlalu banyak percobaan. Coba lagi dalam {seconds} detik.',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  SECOND_FACTOR_REQUIRED: {
    status: 401,
    id: 'Masukkan juga `code`: enam angka dari aplikasi autentikator, atau satu kode cadangan.',
    en: 'Send `code` too: the six digits of your authenticator app, or one recovery code.',
  },
  CODE_REFUSED: {
    status: 401,
    id: 'Kode salah, sudah dipakai, atau kedaluwarsa.',
    en: 'The code is wrong, was used already, or has expired.',
  },
  SECOND_FACTOR_ALREADY_ON: {
    status: 409,
    id: 'Kode autentikator sudah aktif; matikan dulu sebelum memasang yang baru.',
    en: 'An authenticator is on already; turn it off before setting up another.',
  },
  SECOND_FACTOR_NOT_BEGUN: {
    status: 409,
    id: 'Tidak ada autentikator yang sedang dipasang.',
    en: 'No authenticator is being set up.',
  },
  SECOND_FACTOR_NOT_ON: {
    status: 409,
    id: 'Kode autentikator tidak aktif.',
    en: 'No authenticator is on.',
  },
  SECOND_FACTOR_UNREADABLE: {
    status: 503,
    id: 'Kode autentikator tidak bisa diperiksa: kunci SECRET_KEY di server lain dari yang dulu. Hubungi administrator.',
    en: 'The authenticator cannot be checked: SECRET_KEY on the server is another than before. Ask the administrator.',
  },
  PASSWORD_TOO_SHORT: {
    status: 422,
    id: 'Kata sandi harus sedikitnya {least} karakter; kalimat pendek paling mudah diingat.',
    en: 'A password has at least {least} characters; a short sentence is easiest to remember.',
  },
  PASSWORD_TOO_LONG: {
    status: 422,
    id: 'Kata sandi paling banyak {most} karakter.',
    en: 'A password has at most {most} characters.',
  },
  PASSWORD_TOO_EASY: {
    status: 422,
    id: 'Kata sandi ini termasuk yang pertama ditebak orang; pilih yang lain.',
    en: 'This password is among the first that anybody tries; choose another.',
  },
  PHONE_UNREADABLE: {
    status: 422,
    id: 'Ini bukan nomor telepon; tulis misalnya 0812-3456-7890.',
    en: 'This is no telephone number; write one like 0812-3456-7890.',
  },
  PASSWORD_WRONG: {
    status: 403,
    id: 'Kata sandi yang sekarang salah.',
    en: 'The present password is wrong.',
  },
  LOGIN_TAKEN: {
    status: 409,
    id: 'Nama masuk ini sudah dipakai; pilih yang lain.',
    en: 'This login is taken; choose another.',
  },
  LOGIN_UNFIT: {
    status: 422,
    id: 'Nama masuk: 3 sampai 80 huruf kecil, angka, atau . _ @ + -, diawali dan diakhiri huruf atau angka.',
    en: 'A login has 3 to 80 small letters, digits or . _ @ + -, with a letter or digit first and last.',
  },
  SESSION_NOT_FOUND: { status: 404, id: 'Sesi ini tidak ada.', en: 'There is no such session.' },
  PERSON_OUT_OF_REACH: {
    status: 403,
    id: 'Hanya administrator, atau ketua dari semua pihak tempat orang ini bertugas, yang boleh melakukannya.',
    en: 'Only an administrator, or the chair of every party this person serves, may do this.',
  },
  CANNOT_DISABLE_YOURSELF: {
    status: 409,
    id: 'Anda tidak bisa menonaktifkan diri sendiri.',
    en: 'You cannot disable yourself.',
  },
  PERSON_ALREADY_DISABLED: {
    status: 409,
    id: 'Orang ini sudah dinonaktifkan.',
    en: 'This person is disabled already.',
  },
  PERSON_NOT_DISABLED: {
    status: 409,
    id: 'Orang ini tidak sedang dinonaktifkan.',
    en: 'This person is not disabled.',
  },
  DISABLED_BY_ADMINISTRATOR: {
    status: 403,
    id: 'Orang ini dinonaktifkan administrator; hanya administrator yang bisa mengaktifkannya lagi.',
    en: 'An administrator disabled this person; only an administrator enables them again.',
  },
  ADMINISTRATOR_EXISTS: {
    status: 409,
    id: 'Sudah ada administrator. Pakai --another untuk menambah satu lagi.',
    en: 'There is an administrator already. Use --another to add one more.',
  },
});
