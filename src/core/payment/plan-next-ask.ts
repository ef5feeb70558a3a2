import { isPaid, isWaiting, type PaymentState } from './advance-payment.js';

export interface AskedPayment {
  readonly state: PaymentState;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** From when on its channel takes nothing back; null while it is not paid. */
  readonly firmAt: Date | null;
  readonly hasOpenRefund: boolean;
}

const SECOND = 1_000;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/**
 * When the gateway is asked next how a payment stands, whether or not it sends word: often while somebody waits
 * for it, then less; at its end; and shortly before goods may go, for a bank that takes back. Null: no more.
 *
 *   4 s old -> in 5 s;  10 minutes old -> in 2.5 minutes;  an hour old -> in 5 minutes
 */
export const planNextAsk = (payment: AskedPayment, now: Date): Date | null => {
  const { state, createdAt, expiresAt, firmAt } = payment;
  const at = now.getTime();
  if (isWaiting(state)) {
    const waitMs = clamp((at - createdAt.getTime()) / 4, 5 * SECOND, 300 * SECOND);
    const endMs = expiresAt.getTime() + 2 * SECOND;
    return new Date(at < endMs ? Math.min(at + waitMs, endMs) : at + Math.min(waitMs, 30 * SECOND));
  }
  if (isPaid(state) && firmAt !== null && at < firmAt.getTime() - 10 * SECOND)
    return new Date(firmAt.getTime() - 10 * SECOND);
  return payment.hasOpenRefund ? new Date(at + 60 * SECOND) : null;
};

/** How long after a charge whose outcome is unknown an order that the gateway does not know is sure never to have arrived. */
const NEVER_ARRIVED_MS = 30 * SECOND;
/** After its end the gateway has this long to say that it was paid in time. */
const LAST_WORD_MS = 60 * SECOND;

export interface AbsentPayment {
  readonly isSnap: boolean;
  readonly isCancelAsked: boolean;
  readonly chargedAt: Date | null;
  readonly expiresAt: Date;
}

/**
 * What follows when the gateway knows no such order. Asked again under the same order id, which it takes once, never
 * under another; of a page where the payer has chosen nothing yet it knows nothing either.
 */
export const judgeAbsent = (
  { isSnap, isCancelAsked, chargedAt, expiresAt }: AbsentPayment,
  now: Date,
): 'expired' | 'cancelled' | 'charge-again' | 'ask-again' => {
  const at = now.getTime();
  const isOver = at >= expiresAt.getTime() + LAST_WORD_MS;
  const isLost = chargedAt === null || at >= chargedAt.getTime() + NEVER_ARRIVED_MS;
  if (isCancelAsked && isLost) return 'cancelled';
  if (isOver) return 'expired';
  if (isSnap || !isLost || at >= expiresAt.getTime()) return 'ask-again';
  return 'charge-again';
};
