import type { Words } from '../kernel/words.js';
import { tradeHappenings } from './trade-happenings.js';

/**
 * What a party is told has happened, one entry per kind, for all stages: `{slot}` is filled from the facts kept
 * with it, `{slot|format}` formatted for the reader (`HappeningValues` says what each format takes). Facts are
 * numbers, times and names of things; never a person's. Kinds are only added, for old rows are worded anew.
 */
export const happenings = {
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
  'bids-still-sealed': {
    id: '{item} di putaran "{pool}": penawaran yang tutup {closed|time} belum dapat dibuka; wakil penyelenggara dipanggil. Bila tetap tersegel sampai {until|time}, paket ditenderkan ulang.',
    en: '{item} in the pool "{pool}": the bids that closed {closed|time} could not be opened yet; the organiser\'s deputy is called. If they are still sealed at {until|time}, the lot is tendered anew.',
  },
  'tendered-anew': {
    id: '{item} di putaran "{pool}": penawaran tidak dibuka pada waktunya dan tidak berlaku lagi; isinya tetap tersegel. Penawaran baru diterima sampai {until|time}. Uang muka, bila ada, dikembalikan.',
    en: '{item} in the pool "{pool}": the bids were not opened in time and no longer stand; what they say stays sealed. New bids are taken until {until|time}. Deposits, if any, are paid back.',
  },
  'bidding-ended-early': {
    id: '{item} di putaran "{pool}": dua orang penyelenggara memutuskan menutup penawaran lebih awal, {at|time}.',
    en: '{item} in the pool "{pool}": two people of the organiser decided to end the bidding early, {at|time}.',
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
  'transfer-claimed': {
    id: 'Pembayar menyatakan sudah mentransfer Rp{amount|count}. Periksa rekening, lalu konfirmasi atau tolak.',
    en: 'A payer says that Rp{amount|count} was transferred. Look at the account, then confirm or refuse it.',
  },
  'transfer-refused': {
    id: 'Transfer Rp{amount|count} tidak ditemukan oleh penerima: {reason}.',
    en: 'The payee did not find the transfer of Rp{amount|count}: {reason}.',
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
  'award-proposed': {
    id: '{item} di putaran "{pool}": pemenang diusulkan untuk {awarded|count} kemasan dan menunggu persetujuan.',
    en: '{item} in the pool "{pool}": an award of {awarded|count} packs is proposed and awaits approval.',
  },
  'standstill-begun': {
    id: '{item} di putaran "{pool}": pemenang diusulkan untuk {awarded|count} kemasan. Keberatan dapat diajukan sampai {until|time}.',
    en: '{item} in the pool "{pool}": an award of {awarded|count} packs is proposed. Objections may be made until {until|time}.',
  },
  'award-proposed-by-system': {
    id: '{item} di putaran "{pool}": tidak ada yang mengusulkan pada waktunya, maka sistem mengusulkan hasil hitungannya. Dua orang harus menyetujuinya.',
    en: '{item} in the pool "{pool}": nobody proposed in time, so the system proposed what it computed. Two people must approve it.',
  },
  'deputy-called': {
    id: '{item} di putaran "{pool}": langkah "{step}" sudah jatuh tempo; wakilnya dapat bertindak sampai {until|time}.',
    en: '{item} in the pool "{pool}": the step "{step}" is due; its deputy may act until {until|time}.',
  },
  'objection-made': {
    id: '{item} di putaran "{pool}": ada keberatan atas usulan pemenang: {reason}',
    en: '{item} in the pool "{pool}": there is an objection to the proposed award: {reason}',
  },
  'objections-to-answer': {
    id: '{item} di putaran "{pool}": {objections|count} keberatan harus dijawab sampai {until|time}, atau paketnya gagal.',
    en: '{item} in the pool "{pool}": {objections|count} objections must be answered until {until|time}, or the lot fails.',
  },
  'objection-rejected': {
    id: '{item} di putaran "{pool}": keberatan Anda ditolak: {reason}',
    en: '{item} in the pool "{pool}": your objection was rejected: {reason}',
  },
  'objection-upheld': {
    id: '{item} di putaran "{pool}": keberatan Anda diterima: {reason}',
    en: '{item} in the pool "{pool}": your objection was upheld: {reason}',
  },
  'award-approved': {
    id: '{item} di putaran "{pool}": pemenang disetujui; pemasok menandatangani kontrak sampai {until|time}.',
    en: '{item} in the pool "{pool}": the award is approved; suppliers sign until {until|time}.',
  },
  'contract-to-sign': {
    id: '{item} di putaran "{pool}": Anda menang {packs|count} kemasan. Tanda tangani kontraknya sampai {until|time}, atau penawaran Anda gugur.',
    en: '{item} in the pool "{pool}": you are awarded {packs|count} packs. Sign the contract until {until|time}, or your bid is out.',
  },
  'bid-out': {
    id: '{item} di putaran "{pool}": penawaran Anda gugur: {reason}.',
    en: '{item} in the pool "{pool}": your bid is out: {reason}.',
  },
  'award-replaced': {
    id: '{item} di putaran "{pool}": pemenang dihitung ulang di antara penawaran lain: {reason}.',
    en: '{item} in the pool "{pool}": the award is computed anew among the other bids: {reason}.',
  },
  'contracts-signed': {
    id: '{item} di putaran "{pool}": semua pemasok sudah menandatangani; barangnya dibagi.',
    en: '{item} in the pool "{pool}": every supplier has signed; the goods are being shared out.',
  },
  'sealing-key-wanted': {
    id: '{item} di putaran "{pool}" menunggu kunci segelnya: buat sampai {until|time}. Sebelum itu tidak ada yang dapat menawar.',
    en: '{item} in the pool "{pool}" waits for its sealing key: make it until {until|time}. Nobody can bid before that.',
  },
  'sealing-key-overdue': {
    id: '{item} di putaran "{pool}": kunci segelnya belum dibuat; wakilnya dipanggil. Tanpa kunci sampai {until|time}, paketnya gagal.',
    en: '{item} in the pool "{pool}": its sealing key has not been made; the deputy is called. Without a key until {until|time} the lot fails.',
  },
  'lot-failed': {
    id: '{item} di putaran "{pool}" gagal: {reason}. Tidak ada yang dibeli.',
    en: '{item} in the pool "{pool}" has failed: {reason}. Nothing is bought.',
  },
  'party-joined': {
    id: '"{party}" menerima undangan Anda dan bergabung.',
    en: '"{party}" accepted your invitation and joined.',
  },
  'person-joined': {
    id: 'Seorang yang diundang bergabung dengan peran: {roles}.',
    en: 'Somebody who was invited joined with the roles: {roles}.',
  },
  'document-accepted': {
    id: 'Dokumen "{document}" diterima.',
    en: 'The document "{document}" is accepted.',
  },
  'document-refused': {
    id: 'Dokumen "{document}" ditolak: {reason}',
    en: 'The document "{document}" is refused: {reason}',
  },
  'supplier-qualified': {
    id: 'Dokumen lengkap: Anda kini pemasok dan dapat menawar.',
    en: 'Your documents are complete: you are a supplier now and may bid.',
  },
  'party-suspended': {
    id: 'Pihak Anda dibekukan: {reason}',
    en: 'Your party is suspended: {reason}',
  },
  'party-reinstated': {
    id: 'Pihak Anda dipulihkan.',
    en: 'Your party is reinstated.',
  },
  'capabilities-changed': {
    id: 'Fasilitas gudang Anda sekarang: muat {storage}, ruang pendingin: {coldStore}. Diputuskan dua orang penyelenggara: {reason}',
    en: 'What your store has is now: it holds {storage}, cold store: {coldStore}. Decided by two people of the organiser: {reason}',
  },
  'decision-proposed': {
    id: 'Usulan menunggu orang kedua: {decision}. Berlaku sampai {until|time}.',
    en: 'A proposal waits for a second person: {decision}. It stands until {until|time}.',
  },
  'decision-approved': {
    id: 'Disetujui dua orang: {decision}.',
    en: 'Approved by two people: {decision}.',
  },
  'decision-refused': {
    id: 'Usulan ditolak: {decision}. Alasan: {reason}',
    en: 'A proposal was turned down: {decision}. Reason: {reason}',
  },
  'account-stopped': {
    id: 'Perubahan rekening dihentikan dalam masa tunggunya: {reason}',
    en: 'A change of the bank account was stopped while it cooled off: {reason}',
  },
  'payout-paid': {
    id: '{amount|rupiah} dibayarkan ke rekening terdaftar Anda.',
    en: '{amount|rupiah} were paid to your registered account.',
  },
  'order-issued': {
    id: 'Surat pesanan {number} di putaran "{pool}" terbit: {amount|rupiah}. Barangnya boleh dikirim.',
    en: 'The purchase order {number} of the pool "{pool}" is issued: {amount|rupiah}. The goods may be sent.',
  },
  'order-changed': {
    id: 'Surat pesanan {number} di putaran "{pool}" bertambah menjadi {amount|rupiah}.',
    en: 'The purchase order {number} of the pool "{pool}" has grown to {amount|rupiah}.',
  },
  'bill-agrees': {
    id: 'Tagihan {number} cocok dengan surat pesanan dan berita acara: {matched|rupiah}.',
    en: 'The bill {number} agrees with order and receipts: {matched|rupiah}.',
  },
  'bill-differs': {
    id: 'Tagihan {number} berbeda dari surat pesanan atau berita acara: {matched|rupiah} cocok, {held|rupiah} ditahan dan tidak dibayar.',
    en: 'The bill {number} differs from order or receipts: {matched|rupiah} agrees, {held|rupiah} is held and not paid.',
  },
  'bill-disputed': {
    id: 'Pembeli menyanggah tagihan {number} ({held|rupiah} ditahan): {text}',
    en: 'The buyer disputes the bill {number} ({held|rupiah} is held): {text}',
  },
  'bill-answered': {
    id: 'Penjual menjawab tentang tagihan {number}: {text}',
    en: 'The seller answers about the bill {number}: {text}',
  },
  'bill-accepted': {
    id: 'Selisih tagihan {number} diterima: {accepted|rupiah} menjadi tagihan yang dibayar.',
    en: 'What differed of the bill {number} is accepted: {accepted|rupiah} is to be paid.',
  },
  ...tradeHappenings,
  'payout-failed': {
    id: 'Pembayaran keluar {amount|rupiah} gagal: {reason}. Tagihannya terbuka kembali.',
    en: 'A payout of {amount|rupiah} failed: {reason}. What it was for is due again.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What fills a slot, by its format. */
export interface HappeningValues {
  /** A name, or a name in each language. */
  readonly text: string | Words;
  readonly count: number;
  /** Whole rupiah. */
  readonly rupiah: number;
  /** An instant, ISO 8601; shown in the party's own time zone. */
  readonly time: string;
  /** A civil date `YYYY-MM-DD`. */
  readonly date: string;
}

type SlotsIn<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
type NameOf<Slot> = Slot extends `${infer Name}|${string}` ? Name : Slot;
type FormatOf<Slot> = Slot extends `${string}|${infer Format extends keyof HappeningValues}`
  ? Format
  : 'text';

export type HappeningKind = keyof typeof happenings;

/** The facts that a kind's wording needs. */
export type HappeningData<Kind extends HappeningKind> = {
  readonly [
    Slot in SlotsIn<(typeof happenings)[Kind]['id']> as NameOf<Slot> & string
  ]: HappeningValues[FormatOf<Slot>];
};
