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
  'lot-failed': {
    id: '{item} di putaran "{pool}" gagal: {reason}. Tidak ada yang dibeli.',
    en: '{item} in the pool "{pool}" has failed: {reason}. Nothing is bought.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

interface Wording {
  readonly id: string;
  readonly en: string;
}

/** What fills a slot, by its format. */
export interface HappeningValues {
  /** A name, or a name in each language. */
  readonly text: string | Wording;
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
