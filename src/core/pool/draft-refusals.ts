import { refusals } from '../kernel/refuse.js';

/** What an organiser may not declare of a pool. */
export const refuseDraft = refusals({
  CONTRACT_MODE_NEEDS_LEGAL_ENTITY: {
    status: 422,
    id: 'Membeli lalu menjual kembali atas nama sendiri hanya untuk penyelenggara berbadan hukum.',
    en: 'Only an organiser with legal personality buys and resells in its own name.',
  },
  REGION_UNKNOWN: {
    status: 422,
    id: 'Wilayah {region} tidak dikenal.',
    en: 'The region {region} is not known.',
  },
  REGION_OUT_OF_REACH: {
    status: 403,
    id: 'Putaran hanya bisa dibuat di wilayah penyelenggaranya.',
    en: "A pool can be made only in its organiser's own region.",
  },
  NEED_DATES_REVERSED: {
    status: 422,
    id: 'Tanggal awal kebutuhan harus tidak sesudah tanggal akhirnya.',
    en: 'The first day of need must not come after the last.',
  },
  NEED_ENDS_BEFORE_CLOSING: {
    status: 422,
    id: 'Tanggal akhir kebutuhan harus tidak sebelum hari tutup putaran ({closesOn}), termasuk perpanjangannya.',
    en: 'The last day of need must not come before the day on which the pool closes ({closesOn}), its extension included.',
  },
  RESCUE_WITHOUT_MINIMUM: {
    status: 422,
    id: 'Sebutkan target minimum barang; tanpa itu tidak ada yang bisa kurang.',
    en: 'Give the minimum of an item; without one nothing can be missed.',
  },
  RESCUE_WITHOUT_END: {
    status: 422,
    id: 'Sebutkan apa yang terjadi bila target tidak tercapai.',
    en: 'Say what happens when a minimum is missed.',
  },
  RESCUE_PACK_UNKNOWN: {
    status: 422,
    id: 'Kemasan {pack} bukan barang putaran ini.',
    en: 'The pack {pack} is no item of this pool.',
  },
  PACK_UNKNOWN: {
    status: 422,
    id: 'Kemasan {pack} tidak ada di katalog.',
    en: 'The catalog has no pack {pack}.',
  },
  PACK_NOT_BIDDABLE: { status: 422, id: '{pack} tidak bisa ditenderkan.', en: '{pack} cannot be tendered.' },
  PACK_TWICE: { status: 422, id: 'Kemasan {pack} disebut dua kali.', en: 'The pack {pack} is named twice.' },
  CEILING_MISSING: {
    status: 422,
    id: 'Tidak ada harga acuan untuk {pack}; isi harga batas dan sumbernya.',
    en: 'There is no reference price for {pack}; give a ceiling and its source.',
  },
  CEILING_WITHOUT_SOURCE: {
    status: 422,
    id: 'Sebutkan sumber harga batas.',
    en: 'Name the source of the ceiling.',
  },
  FLOOR_MISSING: {
    status: 422,
    id: 'Tidak ada harga acuan produsen untuk {pack}; isi harga dasar dan sumbernya.',
    en: "There is no producer's reference price for {pack}; give a floor and its source.",
  },
  FLOOR_WITHOUT_SOURCE: {
    status: 422,
    id: 'Sebutkan sumber harga dasar.',
    en: 'Name the source of the floor.',
  },
  CEILING_WHEN_SELLING: {
    status: 422,
    id: 'Putaran jual memakai harga dasar, bukan harga batas tertinggi.',
    en: 'A sell pool has floors, not ceilings.',
  },
  FLOOR_WHEN_BUYING: {
    status: 422,
    id: 'Putaran beli memakai harga batas tertinggi, bukan harga dasar.',
    en: 'A buy pool has ceilings, not floors.',
  },
  DISTRIBUTION_WHEN_SELLING: {
    status: 422,
    id: 'Barang putaran jual selalu ditenderkan.',
    en: 'The items of a sell pool are always tendered.',
  },
  ZONE_PRICE_WHEN_SELLING: {
    status: 422,
    id: 'Putaran jual memakai satu harga per paket untuk semua.',
    en: 'A sell pool has one price per lot for all.',
  },
  GRADES_ONLY_WHEN_SELLING: {
    status: 422,
    id: 'Mutu hanya dinyatakan di putaran jual.',
    en: 'Grades are declared in sell pools only.',
  },
  GRADE_TWICE: { status: 422, id: 'Mutu {code} disebut dua kali.', en: 'The grade {code} is named twice.' },
  GRADE_FIRST_NOT_FULL: {
    status: 422,
    id: 'Mutu pertama harus bernilai penuh, {full} basis poin.',
    en: 'The first grade must fetch the full price, {full} basis points.',
  },
  GRADES_NOT_FALLING: {
    status: 422,
    id: 'Tiap mutu harus bernilai kurang dari mutu sebelumnya ({before}).',
    en: 'Each grade must fetch less than the one before ({before}).',
  },
  DISTRIBUTION_TERMS_MISSING: {
    status: 422,
    id: 'Barang penyaluran butuh pemasok, harga, kuota dan tempat pengambilan.',
    en: 'A distributed item needs its supplier, price, quota and pick-up place.',
  },
  DISTRIBUTION_TERMS_UNASKED: {
    status: 422,
    id: 'Syarat penyaluran hanya untuk barang dengan cara "distribution".',
    en: 'Terms of distribution are only for items of mode "distribution".',
  },
  SUPPLIER_UNKNOWN: { status: 422, id: 'Pemasok ini tidak dikenal.', en: 'This supplier is not known.' },
  SUPPLIER_SUSPENDED: {
    status: 409,
    id: 'Pemasok ini sedang dibekukan, atau masih calon.',
    en: 'This supplier is suspended, or a candidate still.',
  },
  FIXED_PRICE_ABOVE_CEILING: {
    status: 422,
    id: 'Harga tetap Rp{price} melebihi harga batas Rp{ceiling}.',
    en: 'The fixed price Rp{price} is above the ceiling Rp{ceiling}.',
  },
  STEP_PERSON_WITHOUT_ROLE: {
    status: 422,
    id: 'Orang yang ditunjuk harus salah satu dari: {roles} pada penyelenggara.',
    en: 'The person named must be one of these at the organiser: {roles}.',
  },
  DEPUTY_IS_HOLDER: {
    status: 422,
    id: 'Wakil harus orang lain daripada pemegang langkah.',
    en: 'The deputy must be another person than the holder.',
  },
  DEPUTY_TIME_WITHOUT_DEPUTY: {
    status: 422,
    id: 'Waktu untuk wakil memerlukan wakil.',
    en: 'Time for a deputy needs a deputy.',
  },
  NAMED_FOR_BOTH_STEPS: {
    status: 422,
    id: 'Yang ditunjuk untuk mengusulkan tidak boleh ditunjuk untuk menyetujui atau menjawab keberatan.',
    en: 'Whoever is named to propose may not be named to approve or to answer objections.',
  },
  FEE_ABOVE_CEILING: {
    status: 422,
    id: 'Biaya penyelenggara tidak boleh di atas harga tertinggi barang mana pun: paling banyak Rp{mostRp} per satuan.',
    en: "The organiser's fee may not be above the ceiling of any item: Rp{mostRp} per unit at most.",
  },
  MISSING_SUPPLIERS_WEIGH_TOO_MUCH: {
    status: 422,
    id: 'Semua pemasok yang kurang bersama-sama berbobot paling banyak Rp{mostRp} per paket.',
    en: 'All missing suppliers of a lot together weigh Rp{mostRp} at most.',
  },
  HOLDERS_WITHOUT_COMMITTEE: {
    status: 422,
    id: 'Pemegang kunci hanya ada pada segel dengan panitia (mode committee).',
    en: 'Only a seal by committee has holders (mode committee).',
  },
  THREE_HOLDERS_NEEDED: {
    status: 422,
    id: 'Segel dengan panitia memerlukan tiga orang pemegang kunci yang berbeda.',
    en: 'A seal by committee needs three different people as holders.',
  },
  HOLDER_UNKNOWN: {
    status: 422,
    id: 'Pemegang kunci ini tidak dikenal atau tidak aktif.',
    en: 'This holder is not known, or not active.',
  },
  HOLDER_IS_A_BIDDER: {
    status: 422,
    id: 'Pemegang kunci tidak boleh menjadi anggota pihak yang dapat menawar.',
    en: 'A holder may not be a member of a party that can bid.',
  },
  FREIGHT_TWICE: {
    status: 422,
    id: 'Ongkos angkut dari {fromCode} ke {toCode} disebut dua kali.',
    en: 'The freight from {fromCode} to {toCode} is named twice.',
  },
});
