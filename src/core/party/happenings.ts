import type { Words } from '../kernel/words.js';
import { awardHappenings } from './happenings/award.js';
import { bidHappenings } from './happenings/bid.js';
import { partyHappenings } from './happenings/party.js';
import { paymentHappenings } from './happenings/payment.js';
import { poolHappenings } from './happenings/pool.js';
import { settlementHappenings } from './happenings/settlement.js';

/**
 * What a party is told has happened, one entry per kind, in `happenings/` one file per stage: `{slot}` is filled
 * from the facts kept with it, `{slot|format}` formatted for the reader (`HappeningValues` says what each format
 * takes). Facts are numbers, times and names of things; never a person's. Kinds are only added, for old rows are
 * worded anew.
 */
export const happenings = {
  ...poolHappenings,
  ...bidHappenings,
  ...awardHappenings,
  ...paymentHappenings,
  ...settlementHappenings,
  ...partyHappenings,
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
