import type { Words } from '../../kernel/words.js';

/** What a party is told of money: what came in, went back, is due and was paid out. */
export const paymentHappenings = {
  'payment-settled': {
    id: 'Pembayaran Rp{amount|count} sudah masuk.',
    en: 'A payment of Rp{amount|count} has come in.',
  },
  'payment-reversed': {
    id: 'Bank menarik kembali pembayaran Rp{amount|count}. Tagihannya terbuka lagi.',
    en: 'The bank took back a payment of Rp{amount|count}. What it was for is due again.',
  },
  'money-kept-apart': {
    id: 'Uang Rp{amount|count} masuk tanpa tagihan yang terbuka, dan disimpan terpisah sampai diputuskan.',
    en: 'Rp{amount|count} came for nothing that is due, and is kept apart until it is decided about.',
  },
  'money-asked-again': {
    id: 'Bank menarik kembali Rp{amount|count} yang sudah dikembalikan kepada Anda; jumlah itu ditagih lagi.',
    en: 'A bank took back Rp{amount|count} that had been given back to you already; it is due again.',
  },
  'refund-amount-unknown': {
    id: 'Sebagian dari pembayaran Rp{amount|count} sudah dikembalikan, tetapi kanal pembayaran tidak menyebut berapa. Penerima melihatnya di akun kanalnya, lalu mencatat jumlahnya.',
    en: 'A part of a payment of Rp{amount|count} went back, and the payment channel does not say how much. Its payee looks it up there and notes the amount.',
  },
  'payment-word-unproved': {
    id: 'Ada kabar tentang pembayaran Rp{amount|count} lewat akun merchant yang sudah diganti, dan gerbang pembayaran tidak bisa ditanya lagi. Penerima melihatnya di akun itu, lalu mencatat apa yang terjadi.',
    en: 'There is word of a payment of Rp{amount|count} through a merchant account that has been replaced, and the gateway cannot be asked any more. Its payee looks there and notes what happened.',
  },
  'transfer-claimed': {
    id: 'Pembayar menyatakan sudah mentransfer Rp{amount|count}. Periksa rekening, lalu konfirmasi atau tolak.',
    en: 'A payer says that Rp{amount|count} was transferred. Look at the account, then confirm or refuse it.',
  },
  'transfer-refused': {
    id: 'Transfer Rp{amount|count} tidak ditemukan oleh penerima: {reason}.',
    en: 'The payee did not find the transfer of Rp{amount|count}: {reason}.',
  },
  'due-soon': {
    id: 'Tagihan {amount|rupiah} kepada {payee} jatuh tempo {dueOn|date}.',
    en: 'The bill of {amount|rupiah} from {payee} is due on {dueOn|date}.',
  },
  'due-late': {
    id: 'Tagihan {amount|rupiah} kepada {payee}, jatuh tempo {dueOn|date}, terlambat {days|count} hari.',
    en: 'The bill of {amount|rupiah} from {payee}, due on {dueOn|date}, is {days|count} days late.',
  },
  'due-unpaid': {
    id: '{payer} belum membayar {amount|rupiah}, jatuh tempo {dueOn|date}, terlambat {days|count} hari.',
    en: '{payer} has not paid {amount|rupiah}, due on {dueOn|date}, {days|count} days late.',
  },
  'merchant-changed': {
    id: 'Pembayaran lewat gateway kini masuk ke merchant {merchant}. Kalau bukan keputusan Anda bersama, segera ganti dan hubungi Midtrans.',
    en: 'What is paid through the gateway now goes to the merchant {merchant}. If you did not decide so together, change it at once and call Midtrans.',
  },
  'account-stopped': {
    id: 'Perubahan rekening dihentikan dalam masa tunggunya: {reason}',
    en: 'A change of the bank account was stopped while it cooled off: {reason}',
  },
  'payout-paid': {
    id: '{amount|rupiah} dibayarkan ke rekening terdaftar Anda.',
    en: '{amount|rupiah} were paid to your registered account.',
  },
  'payout-failed': {
    id: 'Pembayaran keluar {amount|rupiah} gagal: {reason}. Tagihannya terbuka kembali.',
    en: 'A payout of {amount|rupiah} failed: {reason}. What it was for is due again.',
  },
  'payout-returned': {
    id: 'Bank mengembalikan pembayaran keluar {amount|rupiah}: {reason}. Tagihannya terbuka lagi, dan dibayar lagi hanya setelah dua orang menyetujuinya.',
    en: 'The bank sent back a payout of {amount|rupiah}: {reason}. What it was for is due again, and is paid again only once two people agree.',
  },
} as const satisfies Readonly<Record<string, Words>>;
