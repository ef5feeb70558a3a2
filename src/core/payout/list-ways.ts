import { outcomes, type Outcome } from '../payment/judge-outcome.js';

/** Where money that nobody can explain came to light: a payment through the gateway, or a line of a bank's statement. */
export const suspenseSources = ['payment', 'bank-line'] as const;
export type SuspenseSource = (typeof suspenseSources)[number];

/** What a line of a statement may have been: as which it ends; `return`: a payout that the bank gave back. */
export const resolutions = [
  'due',
  'money-back',
  'credit',
  'payout',
  'return',
  'transfer',
  'gateway',
  'not-ours',
] as const;
export type Resolved = (typeof resolutions)[number];

/**
 * What can become of it: it covers a due; it goes back; its payer's next bills are paid from it; it is asked for again; a
 * person says what became of it at the gateway; or, of a line of a statement, it was a payout or a transfer that the books hold, the gateway's, or none of this business.
 */
export const suspenseWays = [...resolutions, 'ask-again', ...outcomes] as const;
export type SuspenseWay = (typeof suspenseWays)[number];

/** Money that waits. */
export type Unexplained =
  | {
      readonly source: 'payment';
      readonly isTakenBack: boolean;
      /** What may have become of a payment of which a person is asked; left out: it is there. */
      readonly outcomes?: readonly Outcome[];
      readonly isFirm: boolean;
    }
  | {
      readonly source: 'bank-line';
      readonly isBooked: boolean;
      readonly isIncoming: boolean;
      readonly mayBeReturn?: boolean;
    };

/**
 * The ways that are open for it.
 *
 *   a payment that came late           -> due, money-back, credit; none while a bank may still take it back
 *   taken back after it was given back -> ask-again
 *   a part that went back, of unknown size -> refunded; word that nobody can prove -> what may have happened
 *   a line that is booked to suspense  -> due, money-back, credit; return where a payout of that amount left
 *   another line, of money that came   -> any but ask-again
 *   of money that left                 -> payout, transfer, not-ours
 */
export const listWays = (money: Unexplained): SuspenseWay[] => {
  if (money.source === 'payment') {
    if (money.isTakenBack) return ['ask-again'];
    if (money.outcomes !== undefined) return [...money.outcomes];
    return money.isFirm ? ['due', 'money-back', 'credit'] : [];
  }
  if (!money.isIncoming) return ['payout', 'transfer', 'not-ours'];
  if (!money.isBooked) return [...resolutions];
  return ['due', 'money-back', 'credit', ...(money.mayBeReturn === true ? (['return'] as const) : [])];
};
