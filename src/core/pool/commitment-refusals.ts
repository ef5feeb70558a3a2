import { refusals } from '../kernel/refuse.js';

/** What a koperasi may not order, offer or change in a pool. */
export const refuseCommitment = refusals({
  MAX_LANDED_WHEN_SELLING: {
    status: 422,
    id: 'Di putaran jual batas harga adalah hasil paling sedikit per satuan (minProceedsRp).',
    en: 'In a sell pool the limit is the least proceeds per unit (minProceedsRp).',
  },
  MIN_PROCEEDS_WHEN_BUYING: {
    status: 422,
    id: 'Di putaran beli batas harga adalah bayaran paling banyak per satuan (maxLandedRp).',
    en: 'In a buy pool the limit is the most paid per unit (maxLandedRp).',
  },
  BENEFICIARY_WHEN_SELLING: {
    status: 422,
    id: 'Di putaran jual koperasi menjual untuk dirinya sendiri; dapur menawar sebagai pembeli.',
    en: 'In a sell pool a koperasi sells for itself; kitchens bid as buyers.',
  },
  QUOTA_EXCEEDED: {
    status: 422,
    id: 'Kuota barang ini {quota} kemasan per koperasi, semua pesanan dijumlahkan; sisa kuota {left}.',
    en: 'The quota of this item is {quota} packs per koperasi, all lines together; {left} are left.',
  },
  LIMIT_BELOW_FIXED_PRICE: {
    status: 422,
    id: 'Batas harga tidak boleh di bawah harga tetap Rp{price}.',
    en: 'The limit must not lie below the fixed price Rp{price}.',
  },
  ITEM_NOT_IN_POOL: {
    status: 422,
    id: 'Barang ini tidak ada di putaran ini.',
    en: 'This item is not in this pool.',
  },
  ITEM_TWICE: {
    status: 422,
    id: 'Barang, penerima dan tanggal yang sama disebut dua kali.',
    en: 'The same item, beneficiary and date is named twice.',
  },
  NEEDED_OUTSIDE_POOL: {
    status: 422,
    id: 'Tanggal butuh harus antara {from} dan {until}.',
    en: 'The day of need must lie between {from} and {until}.',
  },
  MINIMUM_ABOVE_QUANTITY: {
    status: 422,
    id: 'Jumlah minimum tidak boleh melebihi jumlah pesanan.',
    en: 'The minimum must not exceed the quantity.',
  },
  KOPERASI_SUSPENDED: {
    status: 409,
    id: 'Koperasi ini sedang dibekukan.',
    en: 'This koperasi is suspended.',
  },
  BENEFICIARY_NOT_PARTNER: {
    status: 422,
    id: 'Penerima harus koperasi itu sendiri atau dapur mitranya.',
    en: 'The beneficiary must be the koperasi itself or a kitchen it is partner of.',
  },
  COLD_STORE_MISSING: {
    status: 422,
    id: 'Barang ini butuh ruang dingin, yang belum dimiliki koperasi.',
    en: 'This item needs a cold store, which the koperasi does not have.',
  },
  COMMITMENT_EXISTS: {
    status: 409,
    id: 'Pesanan untuk barang dan tanggal ini sudah ada; ubah pesanan itu.',
    en: 'A commitment for this item and day exists already; amend that one.',
  },
  COMMITMENT_NOT_FOUND: { status: 404, id: 'Pesanan ini tidak ada.', en: 'There is no such commitment.' },
  COMMITMENT_WITHDRAWN: {
    status: 409,
    id: 'Pesanan ini sudah ditarik.',
    en: 'This commitment has been withdrawn.',
  },
  NOTHING_TO_CHANGE: { status: 422, id: 'Tidak ada yang diubah.', en: 'Nothing would change.' },
});
