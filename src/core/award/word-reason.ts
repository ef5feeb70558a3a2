import { fillWords, type Words } from '../kernel/words.js';

const words = {
  PRICE_ABOVE_CEILING: {
    id: 'Harga Rp{priceRpPerUnit} di atas harga batas tertinggi Rp{ceilingRpPerUnit}.',
    en: 'The price of Rp{priceRpPerUnit} is above the ceiling price of Rp{ceilingRpPerUnit}.',
  },
  PRICE_BELOW_FLOOR: {
    id: 'Harga Rp{priceRpPerUnit} di bawah harga dasar Rp{floorRpPerUnit}.',
    en: 'The price of Rp{priceRpPerUnit} is below the floor of Rp{floorRpPerUnit}.',
  },
  LOWER: {
    id: 'Harga terbaik Rp{priceRpPerUnit} tidak lebih tinggi daripada harga terendah yang diterima, Rp{lowestRpPerUnit}.',
    en: 'The best price of Rp{priceRpPerUnit} is not above the lowest price accepted, Rp{lowestRpPerUnit}.',
  },
  LOWER_IN_TOTAL: {
    id: 'Harga Rp{priceRpPerUnit} berlaku mulai {fromPacks} kemasan; dengan penawaran ini nilai jual seluruh paket tidak menjadi lebih tinggi.',
    en: 'The price of Rp{priceRpPerUnit} applies from {fromPacks} packs; with this bid the whole lot would bring no more.',
  },
  NO_BETTER_SALE_FOUND: {
    id: 'Sampai batas pencarian tidak ditemukan pembagian yang bernilai lebih tinggi dengan penawaran ini (harga Rp{priceRpPerUnit}, selisih terbukti paling banyak {gapPpm} per sejuta).',
    en: 'Up to the search limit no split that brings more was found with this bid (price Rp{priceRpPerUnit}, proven gap at most {gapPpm} in a million).',
  },
  MINIMUM_ABOVE_DEMAND: {
    id: 'Jumlah minimum {minimumPacks} kemasan melebihi kebutuhan paket ini, {demandPacks} kemasan.',
    en: 'The minimum of {minimumPacks} packs is above the demand of this lot, {demandPacks} packs.',
  },
  CAPACITY_BELOW_MINIMUM: {
    id: 'Kapasitas {capacityPacks} kemasan tidak mencapai jumlah minimum penawaran itu sendiri, {minimumPacks} kemasan.',
    en: "The capacity of {capacityPacks} packs does not reach the bid's own minimum of {minimumPacks} packs.",
  },
  MINIMUM_ABOVE_REMAINDER: {
    id: 'Jumlah minimum {minimumPacks} kemasan melebihi sisa kebutuhan {unservedPacks} kemasan setelah pembagian termurah.',
    en: 'The minimum of {minimumPacks} packs is above the {unservedPacks} packs that the cheapest split leaves unserved.',
  },
  EQUAL_PRICE_LATER: {
    id: 'Harga Rp{priceRpPerUnit} sama dengan penawaran {winnerBidId}, yang masuk lebih dahulu.',
    en: 'The price of Rp{priceRpPerUnit} equals that of bid {winnerBidId}, which came earlier.',
  },
  DELIVERS_TO_NO_ZONE: {
    id: 'Penawaran ini tidak mengirim ke kecamatan mana pun yang memesan.',
    en: 'This bid delivers to no kecamatan that ordered.',
  },
  NO_ORDER_LEFT: {
    id: 'Tidak ada pesanan yang tersisa: dengan penawaran yang masuk, harganya melampaui batas harga setiap pemesan.',
    en: 'No order is left: with the bids that came in, the price passes the limit of everyone who ordered.',
  },
  MINIMUM_ORDER_OUT_OF_REACH: {
    id: 'Nilai pesanan minimum pemasok ini, Rp{minimumOrderRp}, tidak tercapai dengan seluruh kapasitas penawarannya.',
    en: "This supplier's minimum order of Rp{minimumOrderRp} is out of reach with all that it bids.",
  },
  LIMITS_LEAVE_NOTHING: {
    id: 'Batas per koperasi, per pemasok, atau kapasitas pemasok ini tidak menyisakan jumlah yang bisa diambil.',
    en: 'Limits per koperasi, per supplier or of capacity leave no number of packs that this bid sells.',
  },
  RESERVED_FOR_OTHERS: {
    id: 'Sebesar {reservedPercent}% paket ini dicadangkan untuk koperasi dan produsen kecil; sisanya tidak menjadi lebih murah dengan penawaran ini (Rp{priceRpPerUnit}).',
    en: '{reservedPercent}% of this lot is kept for koperasi and small producers; the rest costs no less with this bid (Rp{priceRpPerUnit}).',
  },
  DEARER: {
    id: 'Harga terbaik Rp{priceRpPerUnit} tidak lebih rendah daripada harga tertinggi yang dibayar, Rp{dearestRpPerUnit}.',
    en: 'The best price of Rp{priceRpPerUnit} is not below the highest price paid, Rp{dearestRpPerUnit}.',
  },
  DEARER_IN_TOTAL: {
    id: 'Harga Rp{priceRpPerUnit} berlaku mulai {fromPacks} kemasan; dengan penawaran ini biaya seluruh paket tidak menjadi lebih murah.',
    en: 'The price of Rp{priceRpPerUnit} applies from {fromPacks} packs; with this bid the whole lot would cost no less.',
  },
  NO_CHEAPER_SPLIT_FOUND: {
    id: 'Sampai batas pencarian tidak ditemukan pembagian yang lebih murah dengan penawaran ini (harga Rp{priceRpPerUnit}, selisih terbukti paling banyak {gapPpm} per sejuta).',
    en: 'Up to the search limit no cheaper split with this bid was found (price Rp{priceRpPerUnit}, proven gap at most {gapPpm} in a million).',
  },
} as const satisfies Readonly<Record<string, Words>>;

type ReasonCode = keyof typeof words;

/** Why a bid got nothing: the code and its numbers, before they are put into words. */
export interface Cause {
  readonly bidId: string;
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A cause in both languages. */
export type LosingReason = Cause & Words;

/**
 * Puts a cause into words, thousands grouped as each language does.
 *
 *   PRICE_ABOVE_CEILING 11500, 11000
 *   -> "Harga Rp11.500 di atas harga batas tertinggi Rp11.000."
 *      "The price of Rp11,500 is above the ceiling price of Rp11,000."
 */
export const wordReason = (cause: Cause): LosingReason => ({
  ...cause,
  id: fillWords(words[cause.code], 'id', cause.params),
  en: fillWords(words[cause.code], 'en', cause.params),
});
