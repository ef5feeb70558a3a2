import { refusals } from '../kernel/refuse.js';

export const refuseCapabilities = refusals({
  ONLY_OUTLETS_HAVE_STORES: {
    status: 422,
    id: 'Fasilitas gudang hanya dicatat untuk koperasi dan dapur.',
    en: 'What a store has is kept of koperasi and kitchens only.',
  },
  CAPABILITIES_UNCHANGED: {
    status: 409,
    id: 'Fasilitas gudang pihak ini sudah begitu.',
    en: 'The store of this party has just that already.',
  },
  COLD_STORE_NOT_SHOWN: {
    status: 409,
    id: 'Ruang pendingin dicatat setelah bukti ruang pendinginnya (dokumen) diterima dan masih berlaku.',
    en: 'A cold store is recorded once its proof (a document) has been accepted and is still valid.',
  },
  COLD_STORE_IN_USE: {
    status: 409,
    id: 'Pihak ini masih memesan barang dingin atau beku di putaran yang belum selesai; ruang pendinginnya tidak bisa dihapus sekarang.',
    en: 'This party has chilled or frozen goods on order in a pool that is not settled: its cold store cannot be taken off now.',
  },
});
