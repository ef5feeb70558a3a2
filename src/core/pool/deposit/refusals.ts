import { refusals } from '../../kernel/refuse.js';

export const refuseDeposit = refusals({
  DEPOSIT_WHEN_SELLING: {
    status: 422,
    id: 'Putaran jual tidak memakai uang muka.',
    en: 'A sell pool takes no deposits.',
  },
  FORFEIT_WITHOUT_DEPOSIT: {
    status: 422,
    id: 'Tanpa uang muka tidak ada yang hangus.',
    en: 'Without a deposit nothing can be forfeited.',
  },
  EXPOSURE_ABOVE_LIMIT: {
    status: 422,
    id: 'Melebihi batas pesanan dan tagihan koperasi ini, Rp{limitRp}: terpakai Rp{usedRp}, sisa Rp{leftRp}. Untuk baris ini muat {fitsPacks} kemasan.',
    en: "Above this koperasi's limit of orders and unpaid bills, Rp{limitRp}: Rp{usedRp} is used, Rp{leftRp} is left. Of this line {fitsPacks} packs would fit.",
  },
  NOT_AN_ORGANISER: {
    status: 422,
    id: 'Batas ini hanya ditetapkan oleh penyelenggara.',
    en: 'Only an organiser sets such limits.',
  },
  NOT_A_KOPERASI: {
    status: 422,
    id: 'Batas ini hanya berlaku untuk koperasi.',
    en: 'Such a limit is for a koperasi.',
  },
  KOPERASI_OUT_OF_REACH: {
    status: 422,
    id: 'Koperasi ini tidak di wilayah penyelenggara.',
    en: "This koperasi is not in the organiser's region.",
  },
  NOTHING_GOES_BACK: {
    status: 409,
    id: 'Tidak ada uang muka putaran ini yang sedang dikembalikan.',
    en: 'No deposit of this pool is on its way back.',
  },
  CARRY_TARGET_NOT_OPEN: {
    status: 409,
    id: 'Putaran tujuan harus terbuka, bukan putaran yang sama.',
    en: 'The pool it is carried to must be open, and another one.',
  },
  CARRY_TARGET_OF_ANOTHER: {
    status: 422,
    id: 'Putaran tujuan milik penyelenggara lain; uang muka ada pada penyelenggara putaran ini.',
    en: "The pool it is carried to is another organiser's; the deposit lies with the organiser of this one.",
  },
  CARRY_TARGET_WITHOUT_DEPOSIT: {
    status: 422,
    id: 'Putaran tujuan tidak memakai uang muka.',
    en: 'The pool it is carried to takes no deposits.',
  },
});
