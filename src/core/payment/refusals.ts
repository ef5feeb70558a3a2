import { refusals } from '../kernel/refuse.js';

export const refusePayment = refusals({
  DUE_NOT_FOUND: {
    status: 404,
    id: 'Tagihan tidak ditemukan.',
    en: 'There is no such due.',
  },
  DUE_CANCELLED: {
    status: 409,
    id: 'Tagihan ini sudah dibatalkan.',
    en: 'This due has been cancelled.',
  },
  DUE_CHANGED: {
    status: 409,
    id: 'Tagihan ini sudah ada dengan isi lain.',
    en: 'This due exists with other content.',
  },
  MORE_THAN_IS_DUE: {
    status: 422,
    id: 'Lebih dari sisa tagihan, yaitu Rp{openRp}.',
    en: 'More than is still due, which is Rp{openRp}.',
  },
  REVERSAL_ABOVE_COVER: {
    status: 422,
    id: 'Pembatalan melebihi yang sudah dibayar, yaitu Rp{coveredRp}.',
    en: 'A reversal of more than was covered, which is Rp{coveredRp}.',
  },
  DUE_SETTLED: {
    status: 409,
    id: 'Tagihan ini sudah lunas.',
    en: 'This due is settled already.',
  },
  DUE_NOT_YOURS: {
    status: 403,
    id: 'Tagihan ini bukan tagihan yang Anda bayar atau terima.',
    en: 'You neither pay nor receive this due.',
  },
  DUES_OF_SEVERAL: {
    status: 422,
    id: 'Satu pembayaran hanya untuk tagihan dari satu pihak kepada satu pihak.',
    en: 'One payment is for dues of one payer to one payee.',
  },
  DUE_BEING_PAID: {
    status: 409,
    id: 'Tagihan ini sedang dibayar lewat pembayaran {paymentId}. Selesaikan atau batalkan dahulu.',
    en: 'This due is being paid by payment {paymentId}. Finish or cancel that first.',
  },
  DUE_BEING_PAID_OUT: {
    status: 409,
    id: 'Tagihan ini sedang dibayar dengan transfer (pembayaran keluar) atau sebagai pengembalian. Tunggu selesai, atau batalkan dahulu.',
    en: 'This due is being paid by a payout or a refund. Wait for its end, or end it first.',
  },
  CHANNEL_NOT_OFFERED: {
    status: 422,
    id: 'Penerima tidak memakai saluran {channel}. Yang bisa: {alternatives}, atau transfer bank.',
    en: 'The payee does not take {channel}. What it takes: {alternatives}, or a bank transfer.',
  },
  CHANNEL_TAKES_LESS: {
    status: 422,
    id: 'Saluran {channel} paling banyak Rp{maxRp} sekali bayar. Yang bisa: {alternatives}, atau transfer bank.',
    en: '{channel} takes at most Rp{maxRp} per payment. What takes it: {alternatives}, or a bank transfer.',
  },
  CHANNEL_TAKES_MORE: {
    status: 422,
    id: 'Saluran {channel} paling sedikit Rp{minRp} sekali bayar. Yang bisa: {alternatives}, atau transfer bank.',
    en: '{channel} takes at least Rp{minRp} per payment. What takes it: {alternatives}, or a bank transfer.',
  },
  NO_GATEWAY_ACCOUNT: {
    status: 409,
    id: 'Penerima belum punya akun gerbang pembayaran. Bayarlah dengan transfer bank.',
    en: 'The payee has no gateway account. Pay by bank transfer.',
  },
  GATEWAY_HAS_PAYMENTS: {
    status: 409,
    id: 'merchantId belum bisa diganti: {payments} pembayaran lewat akun yang lama belum selesai. Kunci akun yang sama boleh diganti.',
    en: 'merchantId cannot change yet: {payments} payments through the old account are not over. Keys of the same account may change.',
  },
  GATEWAY_KEYS_MISSING: {
    status: 422,
    id: 'Akun gerbang pembayaran yang baru, atau merchant yang lain, memerlukan serverKey dan clientKey.',
    en: 'A new gateway account, or another merchant, needs serverKey and clientKey.',
  },
  PAYMENT_NOT_FOUND: {
    status: 404,
    id: 'Pembayaran tidak ditemukan.',
    en: 'There is no such payment.',
  },
  PAYMENT_OVER: {
    status: 409,
    id: 'Pembayaran ini sudah selesai dan tidak dapat dibatalkan.',
    en: 'This payment is over and cannot be cancelled.',
  },
  PAYMENT_NOT_PAID: {
    status: 409,
    id: 'Pembayaran ini belum dibayar, atau uangnya sudah kembali.',
    en: 'This payment has not been paid, or its money has gone back.',
  },
  CHANNEL_GIVES_NOTHING_BACK: {
    status: 422,
    id: 'Saluran {channel} tidak dapat mengembalikan uang. Kembalikan sebagai potongan berikutnya atau dengan transfer bank.',
    en: '{channel} gives no money back. Give it back as a credit or by bank transfer.',
  },
  MONEY_NOT_FIRM_YET: {
    status: 409,
    id: 'Bank masih dapat menarik uang ini. Tunggu sampai jeda penyelesaian lewat.',
    en: 'The bank may still take this money back. Wait until the settling delay is over.',
  },
  MERCHANT_HAS_CHANGED: {
    status: 409,
    id: 'Uang ini masuk lewat akun merchant yang sudah diganti, dan hanya akun itu yang bisa mengembalikannya. Kembalikan dengan transfer bank atau sebagai potongan tagihan berikutnya.',
    en: 'This money came through a merchant account that has been replaced, and only that account can give it back. Give it back by bank transfer or as a credit on the next bills.',
  },
  DUE_NOT_OWED_BACK: {
    status: 422,
    id: 'dueId harus tagihan yang harus dikembalikan penerima kepada pembayar pembayaran ini.',
    en: 'dueId must be a due that the payee of this payment owes back to its payer.',
  },
  MORE_THAN_WAS_PAID: {
    status: 422,
    id: 'Lebih dari yang masih dapat dikembalikan dari pembayaran ini, yaitu Rp{leftRp}.',
    en: 'More than can still be given back of this payment, which is Rp{leftRp}.',
  },
  TRANSFER_DAY_AHEAD: {
    status: 422,
    id: 'paidOn belum tiba: hari ini {today}. Sebutkan tanggal bank menerima transfernya.',
    en: 'paidOn has not come yet: today is {today}. Say the day on which the bank took it.',
  },
  TRANSFER_NOT_FOUND: {
    status: 404,
    id: 'Transfer tidak ditemukan.',
    en: 'There is no such transfer.',
  },
  PROOF_NOT_FOUND: {
    status: 404,
    id: 'Bukti transfer tidak ditemukan.',
    en: 'There is no such proof of a transfer.',
  },
  TRANSFER_JUDGED: {
    status: 409,
    id: 'Transfer ini sudah diputuskan.',
    en: 'This transfer has been judged already.',
  },
  SUSPENSE_NOT_FOUND: {
    status: 404,
    id: 'Uang titipan ini tidak ditemukan.',
    en: 'There is no such money in suspense.',
  },
  SUSPENSE_RESOLVED: {
    status: 409,
    id: 'Uang titipan ini sudah diputuskan.',
    en: 'This money has been decided about already.',
  },
  SUSPENSE_TAKEN_BACK: {
    status: 409,
    id: 'Uang ini sudah ditarik kembali oleh bank: hanya bisa ditagih lagi.',
    en: 'A bank took this money back: it can only be asked for again.',
  },
  SUSPENSE_NOT_TAKEN_BACK: {
    status: 409,
    id: 'Uang ini ada dan tidak perlu ditagih lagi.',
    en: 'This money is there and need not be asked for again.',
  },
  REFUND_AMOUNT_WANTED: {
    status: 422,
    id: 'Sebutkan amountRp: berapa yang sudah dikembalikan, di atas nol dan paling banyak Rp{mostRp}.',
    en: 'Say amountRp: how much went back, above zero and at most Rp{mostRp}.',
  },
  OUTCOME_NOT_ASKED: {
    status: 409,
    id: 'Tentang uang ini tidak ditanyakan apa jadinya di gerbang pembayaran.',
    en: 'Of this money nobody asks what became of it at the gateway.',
  },
  OUTCOME_WANTED: {
    status: 409,
    id: 'Kabar pembayaran ini belum pasti. Katakan dahulu apa yang terjadi: {possible}.',
    en: 'Word of this payment is not proved yet. Say first what happened: {possible}.',
  },
  OUTCOME_NOT_POSSIBLE: {
    status: 422,
    id: 'Itu tidak mungkin untuk pembayaran ini. Yang mungkin: {possible}.',
    en: 'That cannot be of this payment. What can: {possible}.',
  },
  SUSPENSE_CAME_BY_GATEWAY: {
    status: 422,
    id: 'Uang ini masuk lewat gerbang pembayaran: hanya bisa dipakai untuk tagihan, dikembalikan, atau menjadi kredit.',
    en: 'This money came through the gateway: it covers a due, goes back, or becomes a credit.',
  },
  SUSPENSE_OF_NOBODY: {
    status: 409,
    id: 'Belum diketahui siapa yang membayar uang ini.',
    en: 'It is not known who paid this money.',
  },
  CONSIGNMENT_WITHOUT_DAYS: {
    status: 422,
    id: 'Titip jual perlu hari terakhir: days sedikitnya 1.',
    en: 'A consignment has a last day: days is 1 at least.',
  },
  BUYER_UNKNOWN: {
    status: 422,
    id: 'Pembeli ini tidak dikenal, atau pihak itu sendiri.',
    en: 'This buyer is not known, or it is the party itself.',
  },
  BELOW_WHAT_IS_COVERED: {
    status: 422,
    id: 'Kurang dari yang sudah dibayar, yaitu Rp{coveredRp}.',
    en: 'Less than has been covered, which is Rp{coveredRp}.',
  },
});
