import { refusals } from '../kernel/refuse.js';

export const refuseQuote = refusals({
  TOO_MANY_STREAMS: {
    status: 429,
    id: 'Dari alamat ini sudah ada {most} sambungan langsung; tutup salah satu, atau lihat meternya tanpa sambungan langsung.',
    en: 'This address keeps {most} live streams open already; close one, or ask for the meter without a stream.',
  },
  STREAMS_FULL: {
    status: 503,
    id: 'Sambungan langsung sedang penuh; lihat meternya tanpa sambungan langsung.',
    en: 'There is no room for live streams just now; ask for the meter without one.',
  },
  QUOTE_WITHOUT_KOPERASI: { status: 404, id: 'Koperasi ini tidak ada.', en: 'There is no such koperasi.' },
});
