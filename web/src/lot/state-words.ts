import { defineWords } from '../words/words.js';

/** How far a lot is; also for who sees no more of it than that. */
export const lotStateWords = defineWords({
  id: {
    bidding: 'Menunggu penawaran',
    opened: 'Penawaran dibuka',
    awarded: 'Pemenang ditetapkan',
    contracted: 'Kontrak ditandatangani',
    delivering: 'Barang dikirim',
    settled: 'Selesai',
    failed: 'Gagal',
    course: 'Sampai di mana',
  },
  en: {
    bidding: 'Taking bids',
    opened: 'Bids opened',
    awarded: 'Awarded',
    contracted: 'Contract signed',
    delivering: 'Being delivered',
    settled: 'Settled',
    failed: 'Failed',
    course: 'How far it is',
  },
});
