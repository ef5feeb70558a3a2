import type { Words } from '../../kernel/words.js';

/** What a party is told of purchase orders, suppliers' bills and goods on consignment. */
export const settlementHappenings = {
  'order-issued': {
    id: 'Surat pesanan {number} di putaran "{pool}" terbit: {amount|rupiah}. Barangnya boleh dikirim.',
    en: 'The purchase order {number} of the pool "{pool}" is issued: {amount|rupiah}. The goods may be sent.',
  },
  'order-changed': {
    id: 'Surat pesanan {number} di putaran "{pool}" bertambah menjadi {amount|rupiah}.',
    en: 'The purchase order {number} of the pool "{pool}" has grown to {amount|rupiah}.',
  },
  'bill-agrees': {
    id: 'Tagihan {number} cocok dengan surat pesanan dan berita acara: {matched|rupiah}.',
    en: 'The bill {number} agrees with order and receipts: {matched|rupiah}.',
  },
  'bill-differs': {
    id: 'Tagihan {number} berbeda dari surat pesanan atau berita acara: {matched|rupiah} cocok, {held|rupiah} ditahan dan tidak dibayar.',
    en: 'The bill {number} differs from order or receipts: {matched|rupiah} agrees, {held|rupiah} is held and not paid.',
  },
  'bill-disputed': {
    id: 'Pembeli menyanggah tagihan {number} ({held|rupiah} ditahan): {text}',
    en: 'The buyer disputes the bill {number} ({held|rupiah} is held): {text}',
  },
  'bill-answered': {
    id: 'Penjual menjawab tentang tagihan {number}: {text}',
    en: 'The seller answers about the bill {number}: {text}',
  },
  'bill-accepted': {
    id: 'Selisih tagihan {number} diterima: {accepted|rupiah} menjadi tagihan yang dibayar.',
    en: 'What differed of the bill {number} is accepted: {accepted|rupiah} is to be paid.',
  },
  'consignment-opened': {
    id: 'Barang titip jual sudah Anda terima. Laporkan yang terjual dan yang dikembalikan sampai {until|time}; yang tidak dilaporkan sesudah itu ditagih.',
    en: 'You have received goods on consignment. Tell what you sold and what goes back until {until|time}; what is not told of is billed then.',
  },
  'consigned-return-told': {
    id: '{packs|count} kemasan barang titip jual dikembalikan kepada Anda. Jawab apakah barangnya sudah sampai sebelum {until|time}; tanpa jawaban barang itu dianggap terjual.',
    en: '{packs|count} packs on consignment are on their way back to you. Say before {until|time} whether they came; without a word they count as sold.',
  },
  'consigned-return-counted': {
    id: 'Pemasok sudah menerima kembali barang titip jual yang Anda kembalikan.',
    en: 'The supplier has the goods back that you returned from consignment.',
  },
  'consigned-return-refused': {
    id: 'Pemasok belum menerima barang titip jual yang Anda laporkan kembali. Barang itu masih harus dijual atau dikembalikan.',
    en: 'The supplier does not have the goods back that you told of. They are still to be sold or returned.',
  },
} as const satisfies Readonly<Record<string, Words>>;
