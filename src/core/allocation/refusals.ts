import { refusals } from '../kernel/refuse.js';

export const refuseAllocation = refusals({
  REQUEST_NOT_FOUND: {
    status: 404,
    id: 'Pemasok ini tidak menyalurkan paket ini, atau paketnya belum dibagi.',
    en: 'This supplier does not distribute this lot, or it has not been shared out yet.',
  },
  NOT_OF_THIS_POOL: {
    status: 403,
    id: 'Pembagian ini hanya untuk anggota putaran dan pemasoknya.',
    en: "Only the pool's members and its suppliers see how it was shared out.",
  },
});
