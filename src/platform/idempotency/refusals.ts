import { refusals } from '../../core/kernel/refuse.js';

export const refuseKey = refusals({
  KEY_NOT_VALID: {
    status: 400,
    id: 'Idempotency-Key harus satu kata berisi 16 sampai 128 huruf, angka atau tanda baca ASCII, misalnya sebuah UUID.',
    en: 'Idempotency-Key must be one word of 16 to 128 ASCII letters, digits or marks, such as a UUID.',
  },
  KEY_REUSED: {
    status: 422,
    id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru untuk permintaan baru.',
    en: 'This Idempotency-Key was used for another request. Use a new key for a new request.',
  },
  KEY_IN_FLIGHT: {
    status: 409,
    id: 'Permintaan dengan Idempotency-Key ini sedang dikerjakan. Coba lagi sebentar dengan kunci yang sama.',
    en: 'A request with this Idempotency-Key is being worked on. Try again shortly with the same key.',
  },
});
