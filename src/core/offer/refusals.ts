import { refusals } from '../kernel/refuse.js';

export const refuseOffer = refusals({
  OFFER_NOT_FOUND: { status: 404, id: 'Harga janji ini tidak ada.', en: 'There is no such standing offer.' },
  OFFER_ALREADY_ENDED: {
    status: 409,
    id: 'Harga janji ini sudah diakhiri.',
    en: 'This standing offer has been ended already.',
  },
  OFFER_SUPPLIER_NOT_FOUND: { status: 404, id: 'Pemasok ini tidak ada.', en: 'There is no such supplier.' },
  OFFER_SUPPLIER_SUSPENDED: {
    status: 403,
    id: 'Pemasok ini sedang dibekukan dan tidak dapat menerbitkan harga janji.',
    en: 'This supplier is suspended and cannot publish standing offers.',
  },
  OFFER_SUPPLIER_NOT_QUALIFIED: {
    status: 403,
    id: 'Pemasok ini masih calon: dokumennya belum diterima semua, jadi belum dapat menerbitkan harga janji.',
    en: 'This supplier is a candidate still: its documents are not all accepted, so it cannot publish standing offers yet.',
  },
  OFFER_PACK_UNKNOWN: {
    status: 422,
    id: 'Kemasan {pack} tidak ada di katalog, atau tidak bisa ditenderkan.',
    en: 'The catalog has no pack {pack}, or it cannot be tendered.',
  },
  OFFER_REGION_UNKNOWN: {
    status: 422,
    id: 'Kota atau kabupaten {region} tidak dikenal.',
    en: 'The city or regency {region} is not known.',
  },
  OFFER_DISTRICT_UNKNOWN: {
    status: 422,
    id: 'Kecamatan {district} tidak ada di wilayah harga janji ini.',
    en: "The district {district} does not lie in the offer's region.",
  },
  OFFER_DISTRICT_TWICE: {
    status: 422,
    id: 'Kecamatan {district} disebut dua kali.',
    en: 'The district {district} is named twice.',
  },
  OFFER_DAYS_REVERSED: {
    status: 422,
    id: 'Hari pertama tidak boleh sesudah hari terakhir, {until}.',
    en: 'The first day must not come after the last, {until}.',
  },
  OFFER_DAYS_PAST: {
    status: 422,
    id: 'Hari terakhir sudah lewat; harga janji ini tidak akan mengikat putaran mana pun.',
    en: 'The last day is past: this offer would bind no pool.',
  },
  OFFER_WITHOUT_TIERS: {
    status: 422,
    id: 'Harga janji memerlukan paling sedikit satu jenjang harga.',
    en: 'A standing offer needs at least one price tier.',
  },
  OFFER_TIERS_TOO_MANY: {
    status: 422,
    id: 'Harga janji paling banyak memuat {most} jenjang harga.',
    en: 'A standing offer has at most {most} price tiers.',
  },
  OFFER_TIERS_NOT_RISING: {
    status: 422,
    id: 'Jumlah kemasan tiap jenjang harus lebih besar daripada jenjang sebelumnya ({previousPacks}).',
    en: 'Each tier must start at more packs than the one before ({previousPacks}).',
  },
  OFFER_PRICE_NOT_POSITIVE: {
    status: 422,
    id: 'Harga harus paling sedikit Rp1.',
    en: 'A price must be at least Rp1.',
  },
  OFFER_PRICE_RISES_WITH_VOLUME: {
    status: 422,
    id: 'Harga jenjang ini tidak boleh di atas harga jenjang sebelumnya (Rp{previousRp}).',
    en: 'The price of this tier must not be above that of the tier before (Rp{previousRp}).',
  },
  OFFER_FIRST_TIER_ABOVE_MINIMUM: {
    status: 422,
    id: 'Jenjang pertama harus mulai paling banyak dari {minimumPacks} kemasan, jumlah minimumnya.',
    en: 'The first tier must start at {minimumPacks} packs or fewer, the minimum.',
  },
  OFFER_CAPACITY_BELOW_MINIMUM: {
    status: 422,
    id: 'Kapasitas tidak boleh kurang dari jumlah minimum, {minimumPacks} kemasan.',
    en: 'The capacity must not be below the minimum of {minimumPacks} packs.',
  },
  OFFER_CAPACITY_BELOW_LAST_TIER: {
    status: 422,
    id: 'Kapasitas tidak mencapai jenjang terakhir, yang mulai dari {lastTierPacks} kemasan.',
    en: 'The capacity does not reach the last tier, which starts at {lastTierPacks} packs.',
  },
  BID_PRICE_ABOVE_OFFER: {
    status: 422,
    id: 'Untuk {packs} kemasan penawaran ini Rp{bidRp} per satuan, di atas harga janji Anda Rp{offerRp}; penawaran hanya boleh lebih baik.',
    en: 'For {packs} packs this bid asks Rp{bidRp} per unit, above your standing offer of Rp{offerRp}; a bid can only improve on it.',
  },
  BID_CAPACITY_BELOW_OFFER: {
    status: 422,
    id: 'Kapasitas tidak boleh di bawah harga janji Anda untuk paket ini, {packs} kemasan.',
    en: 'The capacity must not be below what your standing offer holds for this lot, {packs} packs.',
  },
  BID_MINIMUM_ABOVE_OFFER: {
    status: 422,
    id: 'Jumlah minimum tidak boleh di atas harga janji Anda, {packs} kemasan.',
    en: 'The minimum must not be above that of your standing offer, {packs} packs.',
  },
  BID_LEAD_TIME_ABOVE_OFFER: {
    status: 422,
    id: 'Waktu tunggu tidak boleh lebih lama daripada harga janji Anda, {days} hari.',
    en: 'The lead time must not be longer than that of your standing offer, {days} days.',
  },
  BID_SURCHARGE_ABOVE_OFFER: {
    status: 422,
    id: 'Ongkos ke kecamatan {district} tidak boleh di atas harga janji Anda, Rp{offerRp} per satuan, atau ditiadakan.',
    en: 'What delivery to district {district} adds must not be above your standing offer of Rp{offerRp} per unit, nor may the district be left out.',
  },
  BID_LIMITS_BUYERS_ABOVE_OFFER: {
    status: 422,
    id: 'Harga janji Anda tidak membatasi jumlah per pembeli; penawaran ini juga tidak boleh.',
    en: 'Your standing offer does not limit what a buyer gets; this bid must not either.',
  },
  BID_VALIDITY_BEFORE_OFFER: {
    status: 422,
    id: 'Penawaran ini harus berlaku paling sedikit selama harga janji Anda, sampai {until}.',
    en: 'This bid must be valid at least as long as your standing offer, until {until}.',
  },
  BID_CHARGES_ABOVE_OFFER: {
    status: 422,
    id: 'Harga janji Anda tidak memuat biaya tetap, pesanan minimum dalam rupiah atau batas kapasitas bersama; syarat ini tidak boleh menambahkannya.',
    en: 'Your standing offer has no fixed charge, minimum order value or shared capacity; these terms must not add them.',
  },
});
