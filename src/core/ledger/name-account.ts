import type { Words } from '../kernel/words.js';
import type { AccountPurpose } from './post-journal.js';

/** What accounts are called on papers. */
export const accountNames: Readonly<Record<AccountPurpose, Words>> = {
  receivable: { id: 'Piutang', en: 'Receivable' },
  payable: { id: 'Utang', en: 'Payable' },
  prepaid: { id: 'Dibayar di muka', en: 'Prepaid' },
  unearned: { id: 'Pendapatan diterima di muka', en: 'Unearned' },
  purchases: { id: 'Pembelian', en: 'Purchases' },
  sales: { id: 'Penjualan', en: 'Sales' },
  equalisation: { id: 'Penyetaraan harga', en: 'Price equalisation' },
  fees: { id: 'Biaya jasa', en: 'Fees' },
  'deposit-held': { id: 'Uang muka', en: 'Deposits held' },
  'deposit-applied': { id: 'Uang muka terpakai', en: 'Deposits applied' },
  'gateway-clearing': { id: 'Gerbang pembayaran, belum pasti', en: 'Gateway, not firm yet' },
  gateway: { id: 'Gerbang pembayaran', en: 'Payment gateway' },
  'gateway-fees': { id: 'Biaya gerbang pembayaran', en: 'Gateway fees' },
  bank: { id: 'Bank', en: 'Bank' },
  freight: { id: 'Ongkos kirim', en: 'Freight' },
  suspense: { id: 'Titipan belum jelas', en: 'Suspense' },
  withholding: { id: 'Pajak dipotong', en: 'Tax withheld' },
  tax: { id: 'PPN', en: 'VAT' },
  forfeited: { id: 'Uang muka hangus', en: 'Deposits forfeited' },
};

/** What journals are about, as papers say it; a kind without a name shows as it is. */
const journalNames: Readonly<Record<string, string>> = {
  'payment-request': 'Permintaan pembayaran',
  invoice: 'Faktur',
  'credit-note': 'Nota kredit',
  'closing-credit': 'Pengembalian saat penutupan',
  'closing-fee': 'Biaya jasa penyelenggara',
  payment: 'Pembayaran',
  'payment-cleared': 'Pembayaran sudah pasti',
  'payment-reversal': 'Pembayaran ditarik kembali',
  refund: 'Pengembalian uang',
  transfer: 'Transfer bank',
  'transfer-received': 'Transfer bank',
  payout: 'Pembayaran keluar',
  'payout-return': 'Pembayaran keluar kembali',
  'payout-return-asked-again': 'Pembayaran keluar kembali, ditagih lagi',
  'supplier-bill': 'Tagihan pemasok',
  'bill-difference': 'Selisih tagihan pemasok diterima',
  'invoice-tax': 'PPN dalam faktur',
  'invoice-freight': 'Ongkos kirim dalam faktur',
  withholding: 'Pajak penghasilan dipotong',
  'set-off': 'Perhitungan utang-piutang',
  'gateway-settlement': 'Penyaluran gerbang pembayaran',
  suspense: 'Uang masuk belum jelas',
  'suspense-applied': 'Uang masuk, sudah jelas',
  'suspense-owed-back': 'Uang masuk, dikembalikan',
  'suspense-taken-back': 'Uang masuk, ditarik kembali',
  'suspense-asked-again': 'Uang masuk, ditagih lagi',
  'suspense-cleared': 'Uang masuk, sudah jelas',
  'money-back': 'Uang kembali',
  credit: 'Uang masuk, jadi potongan tagihan',
  'deposit-applied': 'Uang muka dipakai',
  'deposit-owed-on': 'Uang muka diteruskan',
  'deposit-carried': 'Uang muka dipindahkan',
  'deposit-forfeited': 'Uang muka hangus',
  'deposit-return': 'Uang muka kembali',
};

/** invoice -> Faktur; what takes a journal back says so. */
export const nameJournal = ({
  kind,
  reversesId,
}: {
  readonly kind: string;
  readonly reversesId: string | null;
}): string => `${journalNames[kind] ?? kind}${reversesId === null ? '' : ' (jurnal balik)'}`;
