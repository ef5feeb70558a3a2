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
