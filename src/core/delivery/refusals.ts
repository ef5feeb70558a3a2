import { refusals } from '../kernel/refuse.js';

export const refuseDelivery = refusals({
  DROP_NOT_FOUND: { status: 404, id: 'Pengiriman ini tidak ada.', en: 'There is no such drop.' },
  DROP_ALREADY_DISPATCHED: {
    status: 409,
    id: 'Pengiriman sudah berangkat dengan surat jalan lain.',
    en: 'The drop has left already, under another delivery note.',
  },
  DROP_NOT_DISPATCHED: {
    status: 409,
    id: 'Pengiriman belum berangkat.',
    en: 'The drop has not been dispatched yet.',
  },
  DROP_NOT_ASKED_FOR: {
    status: 409,
    id: 'Pengiriman belum boleh berangkat: tagihannya masih disusun. Coba lagi sebentar.',
    en: 'The drop may not leave yet: what is to be paid for it is still being reckoned. Try again in a moment.',
  },
  DROP_NOT_RELEASED: {
    status: 409,
    id: 'Pengiriman belum boleh berangkat: {awaitedRequests} tagihan sebelum pengiriman belum lunas, atau uangnya masih dalam masa tunggu saluran pembayaran.',
    en: 'The drop may not leave yet: {awaitedRequests} payment requests before release are unpaid, or their money is still within the settling delay of its channel.',
  },
  DROP_ALREADY_RECEIVED: {
    status: 409,
    id: 'Pengiriman sudah diterima dengan hitungan lain.',
    en: 'The drop has been received already, with other counts.',
  },
  LINE_NOT_ON_DROP: {
    status: 422,
    id: 'Baris ini tidak ada di pengiriman ini.',
    en: 'This line is not on this drop.',
  },
  LINE_TWICE: { status: 422, id: 'Baris ini disebut dua kali.', en: 'This line is named twice.' },
  LINE_NOT_COUNTED: {
    status: 422,
    id: 'Baris {lineId} belum dihitung.',
    en: 'The line {lineId} has not been counted.',
  },
  GRADE_UNKNOWN: {
    status: 422,
    id: 'Barang ini tidak mempunyai mutu {code}.',
    en: 'This item has no grade {code}.',
  },
  GRADE_TWICE: { status: 422, id: 'Mutu {code} disebut dua kali.', en: 'The grade {code} is named twice.' },
  GRADES_NOT_COUNTED: {
    status: 422,
    id: 'Barang ini dijual menurut mutu; sebutkan jumlah tiap mutu yang diterima.',
    en: 'This item is sold by grade; say how many packs of each grade were accepted.',
  },
  GRADES_NOT_ACCOUNTED_FOR: {
    status: 422,
    id: 'Diterima {acceptedPacks}, tetapi jumlah semua mutu {gradedPacks}.',
    en: '{acceptedPacks} were accepted, but the grades add up to {gradedPacks}.',
  },
  SHIPPED_NOT_ACCOUNTED_FOR: {
    status: 422,
    id: 'Dikirim {shippedPacks}, tetapi diterima, dikarantina, rusak dan hilang berjumlah {countedPacks}.',
    en: '{shippedPacks} were shipped, but accepted, quarantined, damaged and missing add up to {countedPacks}.',
  },
});
