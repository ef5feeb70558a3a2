import type { Words } from '../kernel/words.js';

/** What the page of an award says, with gaps for names and numbers. */
export const explanationWords = {
  title: { id: 'Penetapan pemenang paket {lot} ({pack})', en: 'Award of lot {lot} ({pack})' },
  demand: {
    id: 'Kebutuhan {demand} kemasan, terlayani {awarded}, kurang {unserved}.',
    en: 'Demand {demand} packs, served {awarded}, short {unserved}.',
  },
  cost: { id: 'Biaya: Rp{cost}.', en: 'Cost: Rp{cost}.' },
  compared: {
    id: 'Nilai pembanding Rp{total} = biaya + Rp{penalty} (yang tak terlayani) + Rp{missing} (pemasok yang kurang) - Rp{terms} (tempo bayar).',
    en: 'Compared value Rp{total} = cost + Rp{penalty} (unserved) + Rp{missing} (missing suppliers) - Rp{terms} (payment terms).',
  },
  optimal: {
    id: 'Terbukti: tidak ada pembagian yang lebih murah.',
    en: 'Proven: no split is cheaper.',
  },
  gap: {
    id: 'Terbukti: tidak ada pembagian di bawah Rp{bound}; selisih paling banyak {gap} per sejuta.',
    en: 'Proven: no split below Rp{bound}; the gap is at most {gap} in a million.',
  },
  together: {
    id: 'Ditetapkan bersama paket lain, karena syarat pemasok mengikatnya: {lots}.',
    en: "Awarded together with other lots that a supplier's terms tie to it: {lots}.",
  },
  missing: {
    id: 'Pemasok kurang {count} dari yang diinginkan putaran.',
    en: '{count} suppliers fewer than the pool wishes for.',
  },
  winners: { id: 'PEMENANG', en: 'WINNERS' },
  winner: {
    id: '{name}: {packs} kemasan, jenjang {tier} Rp{price} per satuan, Rp{amount}',
    en: '{name}: {packs} packs, tier {tier} at Rp{price} per unit, Rp{amount}',
  },
  besides: {
    id: 'termasuk tambahan Rp{surcharge}, angkutan Rp{freight}, pajak Rp{tax}, biaya tetap Rp{fixed}',
    en: 'including surcharges Rp{surcharge}, freight Rp{freight}, tax Rp{tax}, fixed charge Rp{fixed}',
  },
  zone: { id: 'ke {zone}: {packs} kemasan, Rp{amount}', en: 'to {zone}: {packs} packs, Rp{amount}' },
  clearing: {
    id: 'Semua pembeli membayar harga yang sama: Rp{clearing} per satuan mutu penuh, harga terendah yang diterima (harga dasar Rp{floor}).',
    en: 'All buyers pay one price: Rp{clearing} per unit of full grade, the lowest accepted (floor Rp{floor}).',
  },
  nobody: { id: 'Tidak ada.', en: 'None.' },
  single: { id: 'SATU PEMASOK SAJA', en: 'ONE SUPPLIER ALONE' },
  best: {
    id: 'Yang terbaik {name}: {packs} kemasan, Rp{amount}, kurang {unserved}.',
    en: 'The best is {name}: {packs} packs, Rp{amount}, short {unserved}.',
  },
  saved: {
    id: 'Dibagi beberapa pemasok lebih murah Rp{saved}.',
    en: 'The split is cheaper by Rp{saved}.',
  },
  served: {
    id: 'Tidak ada satu pemasok yang sanggup melayani sebanyak ini.',
    en: 'No single supplier could serve as much.',
  },
  limits: { id: 'YANG MEMBUATNYA LEBIH MAHAL', en: 'WHAT MAKES IT DEARER' },
  unpriced: {
    id: '{count} batas lain tidak dihitung biayanya.',
    en: '{count} other limits were not priced.',
  },
  losers: { id: 'YANG KALAH', en: 'WHO LOST' },
  keptOut: {
    id: 'Tidak ikut karena batas harga: pesanan sebanyak {left} kemasan.',
    en: 'Kept out by a limit price: orders of {left} packs.',
  },
  tolerated: {
    id: 'Diambil {extra} kemasan di atas pesanan, dari yang membolehkan lebih: {plainPacks} kemasan akan menjadi Rp{plain}, {packs} kemasan menjadi Rp{amount}; semua membayar lebih murah per kemasan.',
    en: '{extra} packs beyond the orders are taken, of those who tolerate more: {plainPacks} packs would come to Rp{plain}, {packs} packs come to Rp{amount}; everybody pays less per pack.',
  },
  toleratedFirst: {
    id: 'Diambil {extra} kemasan di atas pesanan, dari yang membolehkan lebih: tanpa itu tidak ada yang dapat dibeli.',
    en: '{extra} packs beyond the orders are taken, of those who tolerate more: without them nothing could be bought.',
  },
  leftOut: { id: 'YANG TIDAK MENDAPAT', en: 'WHO GETS NOTHING' },
  out: { id: '{who}: {asked} kemasan; {why}', en: '{who}: {asked} packs; {why}' },
  unweighed: {
    id: '{count} di antaranya tidak ditimbang ulang, karena terlalu banyak.',
    en: '{count} of them were not weighed anew, for there were too many.',
  },
  koperasi: { id: 'HEMAT TIAP KOPERASI', en: 'WHAT EACH KOPERASI SAVES' },
  against: {
    id: 'terhadap harga acuan Rp{reference} per satuan, bila penetapan ini berlaku',
    en: 'against the reference price of Rp{reference} per unit, if this award stands',
  },
  part: {
    id: '{who}: {packs} dari {asked} kemasan, Rp{amount}, hemat Rp{saved}',
    en: '{who}: {packs} of {asked} packs, Rp{amount}, saves Rp{saved}',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What is said otherwise of a lot that is sold. */
export const explanationWordsOfSale: Partial<Readonly<Record<keyof typeof explanationWords, Words>>> = {
  demand: {
    id: 'Ditawarkan {demand} kemasan, terjual {awarded}, tak terjual {unserved}.',
    en: 'Offered {demand} packs, sold {awarded}, unsold {unserved}.',
  },
  cost: { id: 'Nilai yang ditawar: Rp{cost}.', en: 'Value bid: Rp{cost}.' },
  compared: {
    id: 'Nilai pembanding Rp{total} = nilai + Rp{penalty} (yang tak terjual, di bawah harga dasar) - Rp{missing} (pembeli yang kurang) - Rp{terms} (tempo bayar).',
    en: 'Compared value Rp{total} = value + Rp{penalty} (unsold, below the floor) - Rp{missing} (missing buyers) - Rp{terms} (payment terms).',
  },
  optimal: {
    id: 'Terbukti: tidak ada pembagian yang bernilai lebih tinggi.',
    en: 'Proven: no split brings more.',
  },
  gap: {
    id: 'Terbukti: tidak ada pembagian di atas Rp{bound}; selisih paling banyak {gap} per sejuta.',
    en: 'Proven: no split above Rp{bound}; the gap is at most {gap} in a million.',
  },
  missing: {
    id: 'Pembeli kurang {count} dari yang diinginkan putaran.',
    en: '{count} buyers fewer than the pool wishes for.',
  },
  besides: {
    id: 'sudah dikurangi potongan Rp{surcharge}, angkutan Rp{freight}, pajak Rp{tax}, biaya tetap Rp{fixed}',
    en: 'less deductions Rp{surcharge}, freight Rp{freight}, tax Rp{tax}, fixed charge Rp{fixed}',
  },
  zone: { id: 'dari {zone}: {packs} kemasan, Rp{amount}', en: 'from {zone}: {packs} packs, Rp{amount}' },
  single: { id: 'SATU PEMBELI SAJA', en: 'ONE BUYER ALONE' },
  best: {
    id: 'Yang terbaik {name}: {packs} kemasan, Rp{amount}, tak terjual {unserved}.',
    en: 'The best is {name}: {packs} packs, Rp{amount}, unsold {unserved}.',
  },
  saved: {
    id: 'Dibagi beberapa pembeli bernilai Rp{saved} lebih tinggi.',
    en: 'The split brings Rp{saved} more.',
  },
  served: {
    id: 'Tidak ada satu pembeli yang sanggup membeli sebanyak ini.',
    en: 'No single buyer could take as much.',
  },
  limits: { id: 'YANG MENGURANGI HASIL JUAL', en: 'WHAT LOWERS THE SALE' },
  koperasi: { id: 'TAMBAHAN HASIL TIAP KOPERASI', en: 'WHAT EACH KOPERASI GAINS' },
  part: {
    id: '{who}: {packs} dari {asked} kemasan, Rp{amount}, tambahan Rp{saved}',
    en: '{who}: {packs} of {asked} packs, Rp{amount}, gains Rp{saved}',
  },
};
