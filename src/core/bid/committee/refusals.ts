import { refusals } from '../../kernel/refuse.js';

export const refuseCommittee = refusals({
  POOL_WITHOUT_COMMITTEE: {
    status: 409,
    id: 'Penawaran di putaran ini disegel oleh sistem, bukan oleh para pemegang kunci.',
    en: 'Bids in this pool are sealed by the system, not by key holders.',
  },
  NOT_THE_ORGANISER: {
    status: 403,
    id: 'Hanya penyelenggara putaran ini yang dapat membuat kunci segelnya.',
    en: "Only this pool's organiser can make its sealing keys.",
  },
  HOLDER_WITHOUT_KEY: {
    status: 409,
    id: 'Pemegang kunci ke-{place} belum mendaftarkan kunci.',
    en: 'Holder number {place} has not registered a key yet.',
  },
  SHARES_NOT_FOR_THE_HOLDERS: {
    status: 422,
    id: 'Harus ada tepat satu bagian untuk kunci terbaru dari masing-masing dari ketiga pemegang.',
    en: 'There must be exactly one share for the newest key of each of the three holders.',
  },
  SHARE_UNUSABLE: {
    status: 422,
    id: 'Bagian ini bukan kotak bersegel untuk kunci pemegangnya.',
    en: "This share is no box sealed to its holder's key.",
  },
  PUBLIC_KEY_UNUSABLE: {
    status: 422,
    id: 'Ini bukan kunci publik yang dapat dipakai menyegel.',
    en: 'This is no public key that can be sealed to.',
  },
  WRAPPED_KEY_OF_ANOTHER: {
    status: 422,
    id: 'Kunci terbungkus ini bukan milik kunci publik yang disebut.',
    en: 'This wrapped key does not name the same public key.',
  },
  HOLDER_KEY_TAKEN: {
    status: 409,
    id: 'Kunci ini sudah didaftarkan orang lain.',
    en: 'Somebody else has registered this key.',
  },
  HOLDER_KEY_NOT_FOUND: {
    status: 404,
    id: 'Anda belum mendaftarkan kunci.',
    en: 'You have not registered a key.',
  },
  SEALING_KEY_ALREADY_MADE: {
    status: 409,
    id: 'Kunci segel ini sudah dibuat dan tidak dapat diganti.',
    en: 'This sealing key has been made and cannot be replaced.',
  },
  SEALING_KEY_NOT_FOUND: {
    status: 404,
    id: 'Belum ada kunci segel.',
    en: 'There is no such sealing key, or not yet.',
  },
  NOT_A_HOLDER: {
    status: 403,
    id: 'Hanya pemegang bagian kunci ini yang dapat melakukannya.',
    en: 'Only holders of a share of this key can do this.',
  },
  KEY_NOT_DUE: {
    status: 409,
    id: 'Batas waktu penawaran belum lewat: bagian kunci belum dapat diambil atau dilepas.',
    en: 'The deadline of the bids has not passed: no share of the key can be fetched or released yet.',
  },
  KEY_ALREADY_RELEASED: {
    status: 409,
    id: 'Kunci ini sudah dilepas; penawarannya sedang atau sudah dibuka.',
    en: 'This key has been released: its bids are being opened, or are open.',
  },
  OPENING_NOT_FOUND: { status: 404, id: 'Pembukaan ini tidak ada.', en: 'There is no such opening.' },
  OPENING_BEGUN_BY_YOURSELF: {
    status: 409,
    id: 'Pembukaan ini Anda mulai sendiri; pemegang lain yang harus melepas bagiannya.',
    en: 'You began this opening yourself: another holder must release a share to it.',
  },
  OPENING_BEGUN_BY_ANOTHER: {
    status: 403,
    id: 'Pembukaan ini dimulai pemegang lain; dialah yang menggabungkan kuncinya.',
    en: 'Another holder began this opening, and is the one to join the key.',
  },
  OPENING_WITHOUT_SHARE: {
    status: 409,
    id: 'Pemegang itu belum melepas bagiannya untuk pembukaan ini.',
    en: 'That holder has released no share to this opening.',
  },
  PRIVATE_KEY_WRONG: {
    status: 422,
    id: 'Kunci ini tidak membuka segelnya: salah satu dari kedua bagian tidak benar.',
    en: 'This key does not open the seal: one of the two shares is wrong.',
  },
  HOLDER_DOES_NOT_BID: {
    status: 403,
    id: 'Pemegang bagian kunci, dan pihak yang beranggotakan dia, tidak dapat menawar.',
    en: 'Who holds a share of the key cannot bid, nor can a party with that member.',
  },
});
