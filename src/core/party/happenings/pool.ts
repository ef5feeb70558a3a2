import type { Words } from '../../kernel/words.js';

/** What a party is told of a pool: its rescue, its orders and the days of bidding over its lots. */
export const poolHappenings = {
  'pool-extended': {
    id: '{item} di putaran "{pool}" baru terkumpul {committed|count} kemasan dari target {minimum|count}. Putaran diperpanjang satu kali sampai {closesAt|time}.',
    en: '{item} in the pool "{pool}" has {committed|count} packs committed of the {minimum|count} needed. The pool is extended once, until {closesAt|time}.',
  },
  'item-went-on': {
    id: '{item} di putaran "{pool}" ditutup dengan {committed|count} kemasan dari target {minimum|count}. Sesuai aturan putaran, pembelian tetap jalan pada jenjang harga yang tercapai.',
    en: '{item} in the pool "{pool}" closed with {committed|count} packs of the {minimum|count} needed. As the pool declared, it is bought all the same, at the price tier reached.',
  },
  'item-cancelled': {
    id: '{item} di putaran "{pool}" dibatalkan: terkumpul {committed|count} kemasan dari target {minimum|count}. Pesanan dilepas; uang muka, bila ada, dikembalikan.',
    en: '{item} in the pool "{pool}" is cancelled: {committed|count} packs were committed of the {minimum|count} needed. Commitments are released; deposits, if any, are paid back.',
  },
  'item-merged': {
    id: '{item} di putaran "{pool}" tidak mencapai target: {committed|count} kemasan dari {minimum|count}. {moved|count} kemasan pindah ke putaran lain, {released|count} kemasan dilepas.',
    en: '{item} in the pool "{pool}" missed its minimum: {committed|count} packs of {minimum|count}. {moved|count} packs moved to other pools, {released|count} packs are released.',
  },
  'line-moved': {
    id: '{item} di putaran "{pool}" tidak mencapai target ({committed|count} dari {minimum|count} kemasan). Pesanan {packs|count} kemasan untuk {neededBy|date} pindah ke putaran "{target}", yang tutup {closesAt|time}.',
    en: '{item} in the pool "{pool}" missed its minimum ({committed|count} of {minimum|count} packs). The commitment of {packs|count} packs for {neededBy|date} moved to the pool "{target}", which closes {closesAt|time}.',
  },
  'line-released': {
    id: '{item} di putaran "{pool}" tidak mencapai target ({committed|count} dari {minimum|count} kemasan). Pesanan {packs|count} kemasan untuk {neededBy|date} dilepas: {reason}. Uang muka, bila ada, dikembalikan.',
    en: '{item} in the pool "{pool}" missed its minimum ({committed|count} of {minimum|count} packs). The commitment of {packs|count} packs for {neededBy|date} is released: {reason}. Deposits, if any, are paid back.',
  },
  'lines-received': {
    id: '{packs|count} kemasan {item} dari putaran "{source}", yang tidak mencapai target, pindah ke putaran "{pool}".',
    en: '{packs|count} packs of {item} from the pool "{source}", which missed its minimum, moved into the pool "{pool}".',
  },
  'pool-cancelled': {
    id: 'Putaran "{pool}" dibatalkan: tidak ada lagi barang yang dibeli.',
    en: 'The pool "{pool}" is cancelled: nothing is left to buy.',
  },
  'line-left-out': {
    id: 'Pesanan {packs|count} kemasan {item} di putaran "{pool}" tidak mendapat jatah: {reason}.',
    en: 'The commitment of {packs|count} packs of {item} in the pool "{pool}" gets no share: {reason}.',
  },
  'requirement-above-limit': {
    id: 'Kebutuhan dapur {kitchen}, {packs|count} kemasan untuk {neededBy|date}, tidak masuk putaran "{pool}": melebihi batas pesanan dan tagihan koperasi pada penyelenggara ini. Kebutuhan itu menunggu putaran lain.',
    en: 'What the kitchen {kitchen} needs, {packs|count} packs for {neededBy|date}, is not in the pool "{pool}": it is above the koperasi\'s limit of orders and unpaid bills with this organiser. It waits for another pool.',
  },
  'requirement-waits': {
    id: 'Kebutuhan {packs|count} kemasan untuk {neededBy|date} belum masuk putaran "{pool}" dan menunggu putaran lain; hubungi koperasi mitra.',
    en: 'What you need, {packs|count} packs for {neededBy|date}, is not in the pool "{pool}" and waits for another; ask your partner koperasi.',
  },
  'order-entered': {
    id: 'Penyelenggara menuliskan pesanan untuk Anda di putaran "{pool}". Pesanan itu baru berlaku bila Anda menyetujuinya, paling lambat {until|time}.',
    en: 'The organiser wrote down an order for you in the pool "{pool}". It counts once you have confirmed it, until {until|time} at the latest.',
  },
  'deposit-asked': {
    id: 'Uang muka untuk putaran "{pool}": {amount|rupiah} belum dibayar. Pesanan mengikat bila uang mukanya masuk sebelum {closesAt|time}.',
    en: 'Deposit for the pool "{pool}": {amount|rupiah} is not paid yet. Commitments bind if their deposit is in by {closesAt|time}.',
  },
  'deposit-not-held': {
    id: '{lines|count} pesanan Anda di putaran "{pool}" tidak ikut: uang mukanya belum masuk pada {closedAt|time}. Yang sudah dibayar dikembalikan.',
    en: '{lines|count} of your commitments in the pool "{pool}" are left out: their deposit was not in by {closedAt|time}. What was paid goes back.',
  },
  'deposit-goes-back': {
    id: 'Uang muka {amount|rupiah} dari putaran "{pool}" dikembalikan ke rekening terdaftar, paling lambat {until|time}.',
    en: 'The deposit of {amount|rupiah} from the pool "{pool}" goes back to the registered account, by {until|time} at the latest.',
  },
  'deposit-forfeited': {
    id: 'Uang muka {amount|rupiah} di putaran "{pool}" hangus karena pesanannya ditarik, seperti dinyatakan sebelum putaran dibuka.',
    en: 'The deposit of {amount|rupiah} in the pool "{pool}" is forfeited, for its commitments were withdrawn, as declared before the pool opened.',
  },
} as const satisfies Readonly<Record<string, Words>>;
