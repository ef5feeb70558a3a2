import { refusals } from '../kernel/refuse.js';

/** What a pool as it stands refuses; drafts and commitments have refusals of their own beside. */
export const refusePool = refusals({
  POOL_NOT_FOUND: { status: 404, id: 'Putaran ini tidak ada.', en: 'There is no such pool.' },
  ORGANISER_SUSPENDED: {
    status: 409,
    id: 'Penyelenggara ini sedang dibekukan.',
    en: 'This organiser is suspended.',
  },
  POOL_NOT_OPEN_YET: { status: 409, id: 'Putaran belum dibuka.', en: 'The pool has not been opened yet.' },
  POOL_ALREADY_OPEN: { status: 409, id: 'Putaran sudah dibuka.', en: 'The pool is open already.' },
  POOL_ALREADY_CLOSED: {
    status: 409,
    id: 'Putaran sudah ditutup; pesanan tidak bisa diubah lagi.',
    en: 'The pool is closed; commitments can no longer change.',
  },
  DRAFT_DISCARDED: {
    status: 409,
    id: 'Rancangan ini sudah dibuang.',
    en: 'This draft has been discarded.',
  },
  POOL_WITHOUT_ITEMS: {
    status: 422,
    id: 'Putaran tanpa barang tidak bisa dibuka.',
    en: 'A pool without items cannot be opened.',
  },
  CLOSING_TIME_PAST: {
    status: 422,
    id: 'Waktu tutup harus di masa depan.',
    en: 'The closing time must lie in the future.',
  },
});
