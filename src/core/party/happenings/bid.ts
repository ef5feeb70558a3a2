import type { Words } from '../../kernel/words.js';

/** What a party is told of sealed bids: their keys, their deadlines and the opening. */
export const bidHappenings = {
  'sealing-key-wanted': {
    id: '{item} di putaran "{pool}" menunggu kunci segelnya: buat sampai {until|time}. Sebelum itu tidak ada yang dapat menawar.',
    en: '{item} in the pool "{pool}" waits for its sealing key: make it until {until|time}. Nobody can bid before that.',
  },
  'sealing-key-overdue': {
    id: '{item} di putaran "{pool}": kunci segelnya belum dibuat; wakilnya dipanggil. Tanpa kunci sampai {until|time}, paketnya gagal.',
    en: '{item} in the pool "{pool}": its sealing key has not been made; the deputy is called. Without a key until {until|time} the lot fails.',
  },
  'bidding-ended-early': {
    id: '{item} di putaran "{pool}": dua orang penyelenggara memutuskan menutup penawaran lebih awal, {at|time}.',
    en: '{item} in the pool "{pool}": two people of the organiser decided to end the bidding early, {at|time}.',
  },
  'bids-still-sealed': {
    id: '{item} di putaran "{pool}": penawaran yang tutup {closed|time} belum dapat dibuka; wakil penyelenggara dipanggil. Bila tetap tersegel sampai {until|time}, paket ditenderkan ulang.',
    en: '{item} in the pool "{pool}": the bids that closed {closed|time} could not be opened yet; the organiser\'s deputy is called. If they are still sealed at {until|time}, the lot is tendered anew.',
  },
  'tendered-anew': {
    id: '{item} di putaran "{pool}": penawaran tidak dibuka pada waktunya dan tidak berlaku lagi; isinya tetap tersegel. Penawaran baru diterima sampai {until|time}. Uang muka, bila ada, dikembalikan.',
    en: '{item} in the pool "{pool}": the bids were not opened in time and no longer stand; what they say stays sealed. New bids are taken until {until|time}. Deposits, if any, are paid back.',
  },
} as const satisfies Readonly<Record<string, Words>>;
