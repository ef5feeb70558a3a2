import { refuseEntered } from './refusals.js';

/** A code of eight digits is guessed once in twenty million with these. */
export const MOST_TRIES = 5;
/** For one koperasi in one pool within a day: each entered order brings a new code, and new guesses. */
export const MOST_A_DAY = 5;
/** So long an order waits for its koperasi, if its pool does not close before. */
export const WAITS_HOURS = 12;

export const orderOutcomes = ['confirmed', 'refused', 'replaced'] as const;
export type OrderOutcome = (typeof orderOutcomes)[number];

/** What decides about an order that waits for its koperasi; `now` is the database's clock. */
export interface EnteredMoment {
  /** Null while it waits. */
  readonly outcome: OrderOutcome | null;
  readonly tries: number;
  readonly isCodeSent: boolean;
  readonly expiresAt: Date;
  readonly now: Date;
}

export const enteredStates = ['waiting', 'expired', ...orderOutcomes] as const;
export type EnteredState = (typeof enteredStates)[number];

/** Two people make an order that one of them wrote down for the other's party. @throws Refusal */
export const requireAnother = (enteredBy: string, personId: string): void => {
  if (enteredBy === personId) throw refuseEntered('ENTERED_BY_YOURSELF');
};

/** How an entered order stands: one that nobody answered in time has expired, whoever looks. */
export const stateOf = ({ outcome, expiresAt, now }: EnteredMoment): EnteredState =>
  outcome ?? (now >= expiresAt ? 'expired' : 'waiting');

/** When an order that is entered now stops waiting: before its pool closes at the latest. */
export const expiryOf = (now: Date, closesAt: Date): Date =>
  new Date(Math.min(now.getTime() + WAITS_HOURS * 3_600_000, closesAt.getTime()));

/** @param before how many were entered for the koperasi in the pool within the last day. @throws Refusal */
export const requireSeldom = (before: number): void => {
  if (before >= MOST_A_DAY) throw refuseEntered('ENTERED_TOO_OFTEN', { most: MOST_A_DAY });
};

const requireWaiting = (order: EnteredMoment): void => {
  switch (stateOf(order)) {
    case 'waiting':
      return;
    case 'expired':
      throw refuseEntered('ENTERED_ORDER_EXPIRED');
    case 'confirmed':
    case 'refused':
    case 'replaced':
      throw refuseEntered('ENTERED_ORDER_ENDED');
  }
};

/**
 * What a koperasi's own answer does. The same answer again changes nothing.
 *
 *   waiting, confirmed    -> now
 *   confirmed, confirmed  -> again
 *   refused, confirmed    -> ENTERED_ORDER_ENDED
 *
 * @throws Refusal
 */
export const judgeAnswer = (order: EnteredMoment, answer: 'confirmed' | 'refused'): 'now' | 'again' => {
  if (order.outcome === answer) return 'again';
  requireWaiting(order);
  return 'now';
};

/**
 * What a code does that its koperasi read out to the organiser. A wrong one counts, and is told only after the count
 * is kept.
 *
 *   waiting, right               -> now
 *   waiting, wrong the 5th time  -> wrong; then ORDER_CODE_LOCKED, right or wrong
 *   confirmed, right             -> again
 *   confirmed, wrong             -> ENTERED_ORDER_ENDED
 *
 * @throws Refusal
 */
export const judgeCode = (order: EnteredMoment, isRight: boolean): 'now' | 'again' | 'wrong' => {
  if (order.outcome === 'confirmed' && order.tries < MOST_TRIES && isRight) return 'again';
  requireWaiting(order);
  if (!order.isCodeSent) throw refuseEntered('ORDER_CODE_NOT_SENT');
  if (order.tries >= MOST_TRIES) throw refuseEntered('ORDER_CODE_LOCKED', { most: MOST_TRIES });
  return isRight ? 'now' : 'wrong';
};

/** What is told of a wrong code, once it is counted. */
export const refuseWrongCode = (tries: number): Error =>
  tries >= MOST_TRIES
    ? refuseEntered('ORDER_CODE_LOCKED', { most: MOST_TRIES }, 'code')
    : refuseEntered('ORDER_CODE_WRONG', { left: MOST_TRIES - tries }, 'code');
