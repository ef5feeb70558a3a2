import { refusals } from '../kernel/refuse.js';

export const refuseLot = refusals({
  LOT_NOT_FOUND: { status: 404, id: 'Paket ini tidak ada.', en: 'There is no such lot.' },
  POOL_NOT_CLOSED_YET: {
    status: 409,
    id: 'Putaran belum ditutup; paket baru dibentuk sesudahnya.',
    en: 'The pool is not closed yet; lots are formed after that.',
  },
  LOT_CANNOT_MOVE_THERE: {
    status: 409,
    id: 'Paket yang sudah "{from}" tidak bisa menjadi "{to}".',
    en: 'A lot that is "{from}" cannot become "{to}".',
  },
  LOT_FAILS_WITHOUT_REASON: {
    status: 422,
    id: 'Paket yang gagal harus disertai alasan.',
    en: 'A lot that fails must say why.',
  },
});
