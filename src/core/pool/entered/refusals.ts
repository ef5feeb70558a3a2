import { refusals } from '../../kernel/refuse.js';

/** Why an order that an organiser entered for a koperasi is not taken. */
export const refuseEntered = refusals({
  ENTERED_ORDER_NOT_FOUND: {
    status: 404,
    id: 'Pesanan yang dibuatkan ini tidak ada.',
    en: 'There is no such entered order.',
  },
  ENTERED_TOO_OFTEN: {
    status: 409,
    id: 'Untuk koperasi ini sudah {most} kali dibuatkan pesanan dalam sehari di putaran ini. Biarkan koperasi memesan sendiri.',
    en: 'Orders were entered for this koperasi {most} times within a day in this pool. Let it order by itself.',
  },
  ENTERED_ORDER_ENDED: {
    status: 409,
    id: 'Pesanan yang dibuatkan ini sudah dijawab atau diganti.',
    en: 'This entered order has been answered or replaced.',
  },
  ENTERED_ORDER_EXPIRED: {
    status: 409,
    id: 'Waktu konfirmasi sudah lewat. Buatkan pesanannya lagi bila putaran masih dibuka.',
    en: 'The time to confirm has passed. Enter the order anew while the pool is open.',
  },
  ENTERED_BY_YOURSELF: {
    status: 403,
    id: 'Pesanan ini Anda sendiri yang menuliskan; orang lain dari koperasi yang harus menyetujuinya.',
    en: 'You entered this order yourself: another person of the koperasi must approve it.',
  },
  ORDER_CODE_NOT_SENT: {
    status: 409,
    id: 'Tidak ada kode yang dikirim: koperasi ini belum mencatat nomor pengurusnya. Pengurusnya bisa menyetujui di layarnya sendiri.',
    en: 'No code was sent: this koperasi has no contact of an officer. Its people can approve on their own screen.',
  },
  ORDER_CODE_WRONG: {
    status: 422,
    id: 'Kodenya tidak cocok. Sisa {left} kali mencoba.',
    en: 'The code does not fit. Tries left: {left}.',
  },
  ORDER_CODE_LOCKED: {
    status: 409,
    id: 'Kode salah sudah {most} kali, dan kode ini tidak berlaku lagi. Koperasi masih bisa menyetujui di layarnya sendiri.',
    en: 'The code was wrong {most} times and holds no longer. The koperasi can still approve on its own screen.',
  },
});
