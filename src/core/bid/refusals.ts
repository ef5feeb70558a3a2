import { refusals } from '../kernel/refuse.js';

export const refuseBid = refusals({
  TENDER_NOT_FOUND: {
    status: 404,
    id: 'Paket ini tidak atau belum membuka penawaran.',
    en: 'This lot has no tender, or not yet.',
  },
  TENDER_ALREADY_CLOSED: {
    status: 409,
    id: 'Batas waktu penawaran sudah lewat; penawaran tidak dapat diajukan, diubah atau ditarik lagi.',
    en: 'The deadline has passed: bids can no longer be submitted, revised or withdrawn.',
  },
  SUPPLIER_NOT_FOUND: { status: 404, id: 'Pemasok ini tidak ada.', en: 'There is no such supplier.' },
  SUPPLIER_SUSPENDED: {
    status: 403,
    id: 'Pemasok ini sedang dibekukan dan tidak dapat mengajukan penawaran.',
    en: 'This supplier is suspended and cannot bid.',
  },
  SUPPLIER_NOT_QUALIFIED: {
    status: 403,
    id: 'Pemasok ini masih calon: dokumennya belum diterima semua, jadi belum dapat mengajukan penawaran.',
    en: 'This supplier is a candidate still: its documents are not all accepted, so it cannot bid yet.',
  },
  BID_NOT_FOUND: {
    status: 404,
    id: 'Belum ada penawaran dari pemasok ini untuk paket ini.',
    en: 'This supplier has no bid for this lot.',
  },
  BID_ALREADY_WITHDRAWN: {
    status: 409,
    id: 'Penawaran ini sudah ditarik.',
    en: 'This bid has been withdrawn already.',
  },
  BID_WITHOUT_TIERS: {
    status: 422,
    id: 'Penawaran memerlukan paling sedikit satu jenjang harga.',
    en: 'A bid needs at least one price tier.',
  },
  BID_TIERS_TOO_MANY: {
    status: 422,
    id: 'Penawaran paling banyak memuat {most} jenjang harga.',
    en: 'A bid has at most {most} price tiers.',
  },
  BID_TIERS_NOT_RISING: {
    status: 422,
    id: 'Jumlah kemasan tiap jenjang harus lebih besar daripada jenjang sebelumnya ({previousPacks}).',
    en: 'Each tier must start at more packs than the one before ({previousPacks}).',
  },
  BID_FIRST_TIER_ABOVE_MINIMUM: {
    status: 422,
    id: 'Jenjang pertama harus mulai paling banyak dari {minimumPacks} kemasan, jumlah minimum penawaran ini.',
    en: "The first tier must start at {minimumPacks} packs or fewer, the bid's own minimum.",
  },
  BID_PRICE_NOT_POSITIVE: {
    status: 422,
    id: 'Harga harus paling sedikit Rp1.',
    en: 'A price must be at least Rp1.',
  },
  BID_PRICE_RISES_WITH_VOLUME: {
    status: 422,
    id: 'Harga jenjang ini tidak boleh di atas harga jenjang sebelumnya.',
    en: 'The price of this tier must not be above that of the tier before.',
  },
  BID_PRICE_FALLS_WITH_VOLUME: {
    status: 422,
    id: 'Harga jenjang ini tidak boleh di bawah harga jenjang sebelumnya.',
    en: 'The price of this tier must not be below that of the tier before.',
  },
  BID_TAX_WHEN_BUYING_IN: {
    status: 422,
    id: 'Penawaran di putaran jual tidak memuat pajak: harga adalah yang diterima penjual.',
    en: 'A bid in a sell pool carries no tax: its price is what the sellers get.',
  },
  BIDDER_NOT_ELIGIBLE: {
    status: 403,
    id: 'Di putaran jual hanya pemasok, dapur dan koperasi yang dapat menawar.',
    en: 'In a sell pool only suppliers, kitchens and koperasi can bid.',
  },
  BIDDER_SELLS_IN_LOT: {
    status: 409,
    id: 'Koperasi ini menjual di paket ini dan tidak dapat menawarnya.',
    en: 'This koperasi sells in this lot and cannot bid on it.',
  },
  FIXED_CHARGE_WHEN_SELLING: {
    status: 422,
    id: 'Di putaran jual tidak ada biaya tetap: semua pembeli membayar satu harga.',
    en: 'There are no fixed charges in a sell pool: all buyers pay one price.',
  },
  BID_CAPACITY_BELOW_MINIMUM: {
    status: 422,
    id: 'Kapasitas tidak boleh kurang dari jumlah minimum, {minimumPacks} kemasan.',
    en: 'The capacity must not be below the minimum of {minimumPacks} packs.',
  },
  BID_CAPACITY_BELOW_LAST_TIER: {
    status: 422,
    id: 'Kapasitas tidak mencapai jenjang terakhir, yang mulai dari {lastTierPacks} kemasan.',
    en: 'The capacity does not reach the last tier, which starts at {lastTierPacks} packs.',
  },
  BID_ZONE_NOT_IN_LOT: {
    status: 422,
    id: 'Kecamatan {zoneCode} tidak ada di paket ini.',
    en: 'The kecamatan {zoneCode} is not in this lot.',
  },
  BID_ZONE_TWICE: {
    status: 422,
    id: 'Kecamatan {zoneCode} disebut dua kali.',
    en: 'The kecamatan {zoneCode} is named twice.',
  },
  BID_DELIVERS_NOWHERE: {
    status: 422,
    id: 'Penawaran ini tidak mengirim ke satu kecamatan pun di paket ini.',
    en: 'This bid delivers to no kecamatan of this lot.',
  },
  BID_WAREHOUSE_WITHOUT_TARIFF: {
    status: 422,
    id: 'Putaran ini tidak mengumumkan ongkos angkut dari {warehouseCode}; tawarkan harga terkirim.',
    en: 'This pool publishes no freight from {warehouseCode}; offer a delivered price.',
  },
  BID_VALIDITY_BEFORE_OPENING: {
    status: 422,
    id: 'Masa berlaku penawaran tidak boleh berakhir sebelum hari pembukaan, {closesOn}.',
    en: 'The bid must not expire before the day it is opened, {closesOn}.',
  },
  BID_MAX_PER_BUYER_NOT_POSITIVE: {
    status: 422,
    id: 'Batas per koperasi harus paling sedikit 1 kemasan.',
    en: 'The limit per koperasi must be at least 1 pack.',
  },
  SUPPLIER_TERMS_OUT_OF_BOUNDS: {
    status: 422,
    id: 'Jumlah ini paling banyak Rp{mostRp}.',
    en: 'This amount is Rp{mostRp} at most.',
  },
  SUPPLIER_TERMS_NOT_FOUND: {
    status: 404,
    id: 'Belum ada syarat dari pemasok ini untuk putaran ini.',
    en: 'This supplier has no terms for this pool.',
  },
  SEALING_KEY_MISSING: {
    status: 409,
    id: 'Kunci segel paket ini belum ada; penawaran diterima setelah kuncinya dibuat.',
    en: 'This lot has no sealing key yet; it takes bids once its key is made.',
  },
  SEALING_KEY_REPLACED: {
    status: 409,
    id: 'Kunci segel paket ini baru saja diganti; kirim lagi.',
    en: 'The sealing key of this lot was replaced just now; send it again.',
  },
  PLAIN_BID_IN_COMMITTEE_MODE: {
    status: 409,
    id: 'Putaran ini disegel dengan panitia: penawaran hanya diterima dalam keadaan tersegel (sealed-bids).',
    en: 'This pool is sealed by a committee: bids are taken sealed only (sealed-bids).',
  },
  SEALED_BID_IN_SERVER_MODE: {
    status: 409,
    id: 'Putaran ini disegel oleh sistem: kirim penawaran lewat bids.',
    en: 'This pool is sealed by the system: submit the bid by bids.',
  },
  SEALED_BID_MALFORMED: {
    status: 422,
    id: 'Ini bukan kotak tersegel untuk kunci paket ini.',
    en: 'This is no sealed box for the key of this lot.',
  },
  BID_ABOVE_CEILING: {
    status: 422,
    id: 'Harga terbaik penawaran ini, Rp{bestRp} per satuan sampai di tempat, di atas harga batas tertinggi Rp{ceilingRp}.',
    en: 'The best price of this bid, Rp{bestRp} per unit landed, is above the ceiling price of Rp{ceilingRp}.',
  },
  BID_BELOW_FLOOR: {
    status: 422,
    id: 'Harga terbaik penawaran ini, Rp{bestRp} per satuan setelah ongkos, di bawah harga dasar Rp{floorRp}.',
    en: 'The best price of this bid, Rp{bestRp} per unit after charges, is below the floor of Rp{floorRp}.',
  },
  BID_TOO_LONG: {
    status: 422,
    id: 'Penawaran ini terlalu panjang untuk disegel.',
    en: 'This bid is too long to be sealed.',
  },
  BID_UNDECRYPTABLE: {
    status: 422,
    id: 'Penawaran ini tidak dapat dibuka dengan kunci paketnya.',
    en: 'This bid cannot be opened with the key of its lot.',
  },
  BID_HASH_MISMATCH: {
    status: 422,
    id: 'Isi penawaran ini tidak sesuai dengan sidik (hash) yang diserahkan.',
    en: 'What this bid says does not have the hash that was handed in.',
  },
  BID_TERMS_UNREADABLE: {
    status: 422,
    id: 'Isi penawaran ini bukan penawaran yang dapat dibaca.',
    en: 'What was sealed is no bid that can be read.',
  },
});
