import { refusals } from '../kernel/refuse.js';

export const refusePayout = refusals({
  STATEMENT_EMPTY: {
    status: 422,
    id: 'Berkas mutasi kosong.',
    en: 'The bank statement is empty.',
  },
  STATEMENT_TOO_LARGE: {
    status: 413,
    id: 'Berkas mutasi lebih dari {mostKb} kB.',
    en: 'The bank statement is larger than {mostKb} kB.',
  },
  STATEMENT_NOT_CSV: {
    status: 422,
    id: 'Berkas mutasi bukan CSV yang dapat dibaca (baris {line}).',
    en: 'The bank statement is no CSV that can be read (line {line}).',
  },
  STATEMENT_FORMAT_UNKNOWN: {
    status: 422,
    id: 'Susunan kolom berkas ini tidak dikenal. Yang dikenal: mutasi BCA, BRI, BNI, dan Mandiri.',
    en: 'The columns of this file are not known. Known are statements of BCA, BRI, BNI and Mandiri.',
  },
  STATEMENT_ROW_UNREADABLE: {
    status: 422,
    id: 'Baris {line}: {column} "{value}" tidak dapat dibaca.',
    en: 'Line {line}: {column} "{value}" cannot be read.',
  },
  STATEMENT_DOES_NOT_ADD_UP: {
    status: 422,
    id: 'Baris {line}: saldo tidak cocok dengan mutasinya; berkas mungkin terpotong atau diubah.',
    en: 'Line {line}: the balance does not follow from the movements; the file may be cut or changed.',
  },
  STATEMENT_OF_ANOTHER_ACCOUNT: {
    status: 422,
    id: 'Mutasi ini milik rekening lain, bukan rekening terdaftar pihak ini.',
    en: 'This statement is of another account than the one this party has registered.',
  },
  STATEMENT_ACCOUNT_WANTED: {
    status: 422,
    id: 'Berkas ini tidak menyebut nomor rekening, dan pihak ini punya lebih dari satu. Sebutkan accountId: rekening mana.',
    en: 'This file names no account, and this party has more than one. Say accountId: which account it is of.',
  },
  STATEMENT_DAY_AHEAD: {
    status: 422,
    id: 'Baris {line}: tanggal {bookedOn} belum tiba; hari ini {today} (WIB).',
    en: 'Line {line}: {bookedOn} has not come yet; today is {today} (WIB).',
  },
  ACCOUNT_NOT_YOURS: {
    status: 422,
    id: 'accountId harus rekening terdaftar pihak ini, yang berlaku sekarang atau dahulu.',
    en: 'accountId must be an account of this party that is in effect, or was.',
  },
  ACCOUNT_NOT_REGISTERED: {
    status: 409,
    id: 'Belum ada rekening bank yang berlaku untuk pihak ini.',
    en: 'No bank account of this party is in effect yet.',
  },
  PAYEE_WITHOUT_ACCOUNT: {
    status: 409,
    id: 'Penerima belum punya rekening terdaftar yang sudah lewat masa tunggu.',
    en: 'The payee has no registered account that is past its cooling-off.',
  },
  PAYOUT_WITHOUT_DUES: {
    status: 422,
    id: 'Pilih sedikitnya satu tagihan.',
    en: 'Choose one due at least.',
  },
  PAYOUT_DUE_NOT_YOURS: {
    status: 404,
    id: 'Tagihan yang harus dibayar pihak ini tidak ditemukan.',
    en: 'This party has no such due to pay.',
  },
  PAYOUT_DUE_SETTLED: {
    status: 409,
    id: 'Tagihan ini sudah lunas atau dibatalkan.',
    en: 'This due is settled or cancelled.',
  },
  PAYOUT_DUE_ON_ITS_WAY: {
    status: 409,
    id: 'Tagihan ini sedang dibayar: oleh pembayaran keluar lain, lewat gerbang pembayaran, atau sebagai pengembalian.',
    en: 'This due is being paid: by another payout, through the gateway, or by a refund.',
  },
  PAYOUT_SEVERAL_PAYEES: {
    status: 422,
    id: 'Satu pembayaran keluar hanya untuk satu penerima.',
    en: 'One payout is for one payee.',
  },
  PAYOUT_NOT_FOUND: {
    status: 404,
    id: 'Pembayaran keluar tidak ditemukan.',
    en: 'There is no such payout.',
  },
  PAYEE_ACCOUNT_CHANGED: {
    status: 409,
    id: 'Rekening penerima sudah berganti sejak ini diajukan. Tandai gagal, lalu ajukan lagi.',
    en: 'The payee’s account has changed since this was proposed. Mark it as failed, then propose it again.',
  },
  PAYOUT_MOVED_ON: {
    status: 409,
    id: 'Tidak bisa: pembayaran keluar ini {state}.',
    en: 'Not possible: this payout is {state}.',
  },
  PAYOUT_BY_GATEWAY: {
    status: 409,
    id: 'Pembayaran ini dikirim oleh gerbang pembayaran; tunggu statusnya.',
    en: 'This payout is sent by the gateway; wait for its status.',
  },
  IRIS_KEYS_ALIKE: {
    status: 422,
    id: 'Kunci penyetuju sama dengan kunci pembuat; keduanya harus berbeda, supaya uang keluar lewat dua kunci.',
    en: 'The approver’s key is the maker’s; they must differ, so that money leaves by two keys.',
  },
  IRIS_NOT_SET_UP: {
    status: 409,
    id: 'Pihak ini belum mengatur pembayaran keluar lewat Midtrans; pakai transfer bank.',
    en: 'This party has not set up payouts through Midtrans; use a bank transfer.',
  },
  IRIS_BANK_UNKNOWN: {
    status: 422,
    id: 'Bank penerima ({bankCode}) tidak dilayani lewat Midtrans; pakai transfer bank.',
    en: 'The bank of the payee ({bankCode}) is not reached through Midtrans; use a bank transfer.',
  },
  RESOLVE_WITHOUT_REASON: {
    status: 422,
    id: 'Sebutkan alasannya: orang kedua yang menyetujui membacanya.',
    en: 'Say why: the second person who approves it reads it.',
  },
  BANK_LINE_NOT_FOUND: {
    status: 404,
    id: 'Baris mutasi tidak ditemukan.',
    en: 'There is no such line of a statement.',
  },
  BANK_LINE_RESOLVED: {
    status: 409,
    id: 'Baris mutasi ini sudah diselesaikan.',
    en: 'This line of a statement is resolved already.',
  },
  BANK_LINE_WRONG_SIGN: {
    status: 422,
    id: 'Uang masuk tidak bisa menyelesaikan pembayaran keluar, atau sebaliknya.',
    en: 'Money that came in resolves nothing that goes out, nor the reverse.',
  },
  BANK_LINE_OTHER_AMOUNT: {
    status: 422,
    id: 'Jumlahnya berbeda: mutasi Rp{lineRp}, yang dicari Rp{wantedRp}.',
    en: 'The amounts differ: Rp{lineRp} on the statement, Rp{wantedRp} wanted.',
  },
  BANK_LINE_PROVED_BEFORE: {
    status: 409,
    id: 'Sudah ada baris mutasi lain untuk pembayaran atau transfer ini.',
    en: 'Another line of a statement is of this payout or transfer already.',
  },
  TRANSFER_NOT_CONFIRMED: {
    status: 404,
    id: 'Tidak ada transfer yang sudah dikonfirmasi penerimanya dengan id ini.',
    en: 'There is no transfer of this id that its payee has confirmed.',
  },
  RESOLVE_WITHOUT_ID: {
    status: 422,
    id: 'Sebutkan tagihan, pembayaran keluar, transfer, atau pihaknya.',
    en: 'Name the due, the payout, the transfer or the party.',
  },
  GATEWAY_BALANCE_BELOW: {
    status: 422,
    id: 'Saldo di gerbang pembayaran hanya Rp{balanceRp}.',
    en: 'At the gateway there are only Rp{balanceRp}.',
  },
});
