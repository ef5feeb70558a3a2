import type { PayoutState } from './advance-payout.js';

/** How far a payout by the gateway has got, as far as we know. */
export interface PayoutCall {
  /** Null: the gateway has not answered with one yet. */
  readonly referenceNo: string | null;
  /** Since the first try to make it. */
  readonly ageMs: number;
}

/** What the gateway says of a payout; null when it was not asked or did not answer. */
export type HeardStatus = 'queued' | 'approved' | 'processed' | 'completed' | 'failed' | 'rejected';

export type NextCall = 'create' | 'ask-status' | 'give-up';

const HOUR_MS = 3_600_000;
/** The gateway keeps a key for a day at least; before that an unanswered create is asked again under the same key. */
const KEY_LASTS_MS = 20 * HOUR_MS;

/**
 * What to ask next. A create without an answer is asked again under its key while the gateway keeps it, and never
 * after: then a person finds out at the gateway.
 *
 *   no reference, 1 minute  | create
 *   no reference, 21 hours  | give-up
 *   a reference             | ask-status
 */
export const nextCall = ({ referenceNo, ageMs }: PayoutCall): NextCall => {
  if (referenceNo !== null) return 'ask-status';
  return ageMs < KEY_LASTS_MS ? 'create' : 'give-up';
};

/**
 * What a status means for the payout. A completed one may still come back from the bank; of one that has ended otherwise
 * nothing follows from what is heard again, or from older word.
 */
export type Consequence = 'approve' | 'wait' | 'settle' | 'fail' | 'return' | 'nothing';

export const consequenceOf = (status: HeardStatus, state: PayoutState): Consequence => {
  if (state === 'failed' || state === 'returned' || state === 'refused') return 'nothing';
  const isPaid = state === 'paid';
  if (status === 'queued') return isPaid ? 'wait' : 'approve';
  if (status === 'completed') return isPaid ? 'wait' : 'settle';
  if (status === 'failed' || status === 'rejected') return isPaid ? 'return' : 'fail';
  return 'wait';
};

const MINUTE_MS = 60_000;

/**
 * How long to wait before asking again: soon while it is on its way, daily for a week once it is paid (a bank may send
 * it back), then no more (null).
 */
export const askAgainInMs = (isPaid: boolean, ageMs: number): number | null => {
  if (isPaid) return ageMs < 7 * 24 * HOUR_MS ? 24 * HOUR_MS : null;
  return Math.min(Math.max(5_000, Math.floor(ageMs / 4)), 15 * MINUTE_MS);
};
