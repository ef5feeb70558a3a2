import type { Problem } from '../api/api.js';

/** What can wait on the phone for a signal. */
export type EntryKind = 'commitment' | 'amendment' | 'withdrawal' | 'dispatch' | 'receipt';

/** What a screen asks to be sent. */
export interface Errand {
  readonly kind: EntryKind;
  /** What it is about, the same for each errand about it: `pool:…`, `line:…`, `leaving:…`, `drop:…`. */
  readonly subject: string;
  /** What the person calls it: "Belanja bersama minggu 50". */
  readonly title: string;
  /** Where in the app it was done, to go back to. */
  readonly href: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Of what the person saw when they changed it; sent as If-Match. */
  readonly version?: number;
}

/**
 * - `saved`: on the phone only, as far as we know; also after an answer that was lost
 * - `sending`: has left the phone, its answer is awaited
 * - `received`: the server has it
 * - `refused`: the server has said no, and says why
 */
export type EntryState = 'saved' | 'sending' | 'received' | 'refused';

/** An errand on its way. */
export interface Entry extends Errand {
  /** The idempotency key: however often it is sent, it takes effect once. */
  readonly id: string;
  readonly personId: string;
  readonly partyId: string | null;
  /** Errands leave in this order. */
  readonly place: number;
  readonly savedAtMs: number;
  readonly state: EntryState;
  /** How often it has left the phone. */
  readonly attempts: number;
  /** Not again before this, by the phone's clock. */
  readonly nextAtMs: number;
  /** By the server's clock. */
  readonly receivedAt: string | null;
  /** Of what it changed, as the server has it now. */
  readonly receivedVersion: number | null;
  readonly problem: Problem | null;
}

/** What came of sending. */
export type Outcome =
  | { readonly kind: 'received'; readonly at: string; readonly version: number | null }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No answer, or one that says "later". */
  | { readonly kind: 'lost'; readonly waitMs?: number }
  /** The session is over: it waits for the person to sign in again. */
  | { readonly kind: 'signed-out' };

export const isWaiting = ({ state }: Entry): boolean => state === 'saved' || state === 'sending';

/** What of others' stays on a shared phone when somebody signs out: what the server has not taken yet. */
export const othersToKeep = (entries: readonly Entry[], personId: string): readonly Entry[] =>
  entries.filter((entry) => entry.personId !== personId && entry.state !== 'received');

/** Whose errands these are: another person on the same phone neither sees nor sends them. */
export const entriesOf = (entries: readonly Entry[], personId: string): readonly Entry[] =>
  entries.filter((entry) => entry.personId === personId);
