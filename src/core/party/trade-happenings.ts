import type { Words } from '../kernel/words.js';

/** What a party is told of goods on consignment, and of money that went back or came back. */
export const tradeHappenings = {
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
  'refund-amount-unknown': {
    id: 'Sebagian dari pembayaran Rp{amount|count} sudah dikembalikan, tetapi kanal pembayaran tidak menyebut berapa. Penerima melihatnya di akun kanalnya, lalu mencatat jumlahnya.',
    en: 'A part of a payment of Rp{amount|count} went back, and the payment channel does not say how much. Its payee looks it up there and notes the amount.',
  },
  'payout-returned': {
    id: 'Bank mengembalikan pembayaran keluar {amount|rupiah}: {reason}. Tagihannya terbuka lagi, dan dibayar lagi hanya setelah dua orang menyetujuinya.',
    en: 'The bank sent back a payout of {amount|rupiah}: {reason}. What it was for is due again, and is paid again only once two people agree.',
  },
} as const satisfies Readonly<Record<string, Words>>;
