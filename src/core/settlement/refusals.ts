import { refusals } from '../kernel/refuse.js';

export const refuseSettlement = refusals({
  INVOICE_NOT_FOUND: { status: 404, id: 'Faktur ini tidak ada.', en: 'There is no such invoice.' },
  ORDER_NOT_FOUND: {
    status: 404,
    id: 'Surat pesanan ini tidak ada.',
    en: 'There is no such purchase order.',
  },
  CONSIGNMENT_NOT_FOUND: {
    status: 404,
    id: 'Titip jual ini tidak ada.',
    en: 'There is no such consignment.',
  },
  CONSIGNMENT_ENDED: {
    status: 409,
    id: 'Titip jual ini sudah berakhir; yang tidak dilaporkan sudah ditagih.',
    en: 'This consignment has ended; what was not told of is billed.',
  },
  CONSIGNMENT_WITHOUT_PACKS: {
    status: 422,
    id: 'Sebutkan sedikitnya satu barang (lines).',
    en: 'Name one line at least (lines).',
  },
  CONSIGNMENT_LINE_UNKNOWN: {
    status: 422,
    id: 'Barang (lineId) ini tidak ada di titip jual ini, atau disebut dua kali.',
    en: 'This line (lineId) is none of this consignment, or is named twice.',
  },
  CONSIGNMENT_ABOVE_LEFT: {
    status: 422,
    id: 'Jumlah (packs) sedikitnya 1 dan paling banyak sisanya: {left}.',
    en: 'The packs are one at least, and at most what is left: {left}.',
  },
  RETURN_NOT_FOUND: {
    status: 404,
    id: 'Pengembalian barang ini tidak ada.',
    en: 'There is no such return of goods.',
  },
  RETURN_JUDGED: {
    status: 409,
    id: 'Pengembalian barang ini sudah dijawab.',
    en: 'This return of goods has been answered already.',
  },
  BILL_NOT_FOUND: { status: 404, id: 'Tagihan ini tidak ada.', en: 'There is no such bill.' },
  NOTHING_WITHHELD: {
    status: 422,
    id: 'Dari tagihan ini tidak ada yang dipotong menurut pajak (code) itu.',
    en: 'Nothing was withheld of this bill by that tax (code).',
  },
  BILL_NUMBER_TAKEN: {
    status: 409,
    id: 'Nomor tagihan {number} sudah dipakai; satu nomor untuk satu tagihan.',
    en: 'The number {number} is taken by another bill of yours.',
  },
  BILL_WITHOUT_ORDER: {
    status: 422,
    id: 'Tagihan harus menyebut sedikitnya satu baris surat pesanan.',
    en: 'A bill names one line of a purchase order at least.',
  },
  BILL_OF_SEVERAL_BUYERS: {
    status: 422,
    id: 'Satu tagihan hanya untuk satu pembeli di satu putaran.',
    en: 'One bill is for one buyer of one pool.',
  },
  BILL_FROM_THE_FUTURE: {
    status: 422,
    id: 'Tanggal tagihan tidak boleh sesudah hari ini ({today}).',
    en: 'A bill cannot be dated after today ({today}).',
  },
  ORDER_LINE_NOT_YOURS: {
    status: 422,
    id: 'Baris ini bukan baris surat pesanan kepada Anda.',
    en: 'This is no line of a purchase order to you.',
  },
  ORDER_LINE_TWICE: {
    status: 422,
    id: 'Satu baris surat pesanan hanya sekali di satu tagihan.',
    en: 'A bill names a line of an order once.',
  },
  GOODS_WITHOUT_NAME: {
    status: 422,
    id: 'Sebutkan barangnya, karena tidak ada di surat pesanan.',
    en: 'Name the goods, for no order does.',
  },
  BILLED_BELOW_A_RUPIAH: {
    status: 422,
    id: 'Nilainya kurang dari satu rupiah per kemasan.',
    en: 'The amount is less than a rupiah a pack.',
  },
  TAX_ABOVE_THE_PRICE: {
    status: 422,
    id: 'PPN di dalam nilai harus kurang dari separuhnya.',
    en: 'The tax contained in an amount is less than half of it.',
  },
  BILL_AFTER_PAYMENT: {
    status: 409,
    id: 'Rp{paidRp} dari paket ini sudah atau sedang dibayar; tagihan ini menyisakan Rp{payableRp}.',
    en: 'Rp{paidRp} of this lot is paid or on its way; this would leave Rp{payableRp} payable.',
  },
  BILL_HAS_ENDED: {
    status: 409,
    id: 'Tidak bisa: tagihan ini sudah {state}.',
    en: 'Not possible: this bill is {state}.',
  },
  BILL_STILL_WAITS: {
    status: 409,
    id: 'Sebagian barangnya belum diterima; tunggu berita acaranya.',
    en: 'Some of its goods are not received yet: wait for the receipt.',
  },
  PRICE_WAS_FIXED: {
    status: 409,
    id: 'Harga anggota sudah tetap sejak penetapan: selisih tagihan ini hanya bisa disanggah, bukan dibayar.',
    en: 'The price of members was fixed with the award: what differs of this bill can be disputed, not paid.',
  },
  BILL_ACCEPTANCE_WAITS: {
    status: 409,
    id: 'Selisih tagihan ini sudah diajukan dan menunggu orang kedua.',
    en: 'What differs of this bill has been proposed already, and waits for a second person.',
  },
  BILL_HOLDS_NOTHING: {
    status: 409,
    id: 'Tidak ada yang ditahan dari tagihan ini.',
    en: 'Nothing of this bill is held.',
  },
});
