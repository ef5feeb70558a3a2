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
    id: 'Hanya koperasi, pemasok, pengangkut dan dapur di wilayah Anda yang bisa Anda bekukan atau pulihkan.',
    en: 'You may suspend or reinstate only koperasi, suppliers, carriers and kitchens of your own region.',
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
});
