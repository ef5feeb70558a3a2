import { refusals } from '../../core/kernel/refuse.js';

export const refuseRequest = refusals({
  INVALID_REQUEST: {
    status: 400,
    id: 'Ada isian yang salah; lihat errors.',
    en: 'Some fields are wrong; see errors.',
  },
  MALFORMED_BODY: {
    status: 400,
    id: 'Isi permintaan bukan JSON yang sah.',
    en: 'The body is not valid JSON.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    id: 'Isi permintaan terlalu besar.',
    en: 'The body is too large.',
  },
  MEDIA_TYPE_NOT_SUPPORTED: {
    status: 415,
    id: 'Isi permintaan harus JSON: sertakan Content-Type application/json.',
    en: 'The body must be JSON: send Content-Type application/json.',
  },
  REQUEST_UNREADABLE: {
    status: 400,
    id: 'Ini bukan permintaan HTTP yang sah, atau kepalanya terlalu besar.',
    en: 'This is no valid HTTP request, or its header fields are too large.',
  },
  ROUTE_NOT_FOUND: { status: 404, id: 'Alamat ini tidak ada.', en: 'There is no such address.' },
  VERSION_REQUIRED: {
    status: 428,
    id: 'Sertakan If-Match dengan versi yang Anda lihat, agar perubahan orang lain tidak tertimpa.',
    en: "Send If-Match with the version you saw, so that nobody else's change is lost.",
  },
  VERSION_CHANGED: {
    status: 412,
    id: 'Data ini sudah diubah orang lain (versi {current}). Lihat lagi, lalu ulangi.',
    en: 'Somebody changed this meanwhile (version {current}). Look again, then repeat.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    id: 'Terlalu banyak permintaan dalam semenit. Coba lagi {seconds} detik lagi.',
    en: 'Too many requests within a minute. Try again in {seconds} seconds.',
  },
  TOO_MANY_STREAMS: {
    status: 429,
    id: 'Dari alamat ini sudah ada {most} sambungan langsung; tutup salah satu, atau lihat tanpa sambungan langsung.',
    en: 'This address keeps {most} live streams open already; close one, or ask without a stream.',
  },
  STREAMS_FULL: {
    status: 503,
    id: 'Sambungan langsung sedang penuh; lihat tanpa sambungan langsung.',
    en: 'There is no room for live streams just now; ask without one.',
  },
  UNAVAILABLE: {
    status: 503,
    id: 'Layanan sedang tidak siap. Coba lagi sebentar.',
    en: 'The service is not ready. Try again shortly.',
  },
});
