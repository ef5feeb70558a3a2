import { refusals } from '../kernel/refuse.js';

export const refuseAllocation = refusals({
  NOT_OF_THIS_POOL: {
    status: 403,
    id: 'Pembagian ini hanya untuk anggota putaran dan pemasoknya.',
    en: "Only the pool's members and its suppliers see how it was shared out.",
  },
});
