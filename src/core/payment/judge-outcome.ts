import { isPaid, isTakenBack, type PaymentState } from './advance-payment.js';
import { refusePayment } from './refusals.js';

/** What a person may say became of a payment where the gateway does not, or cannot be asked any more. */
export const outcomes = ['unchanged', 'paid', 'taken-back', 'refunded'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a person is asked: a part went back and nobody says how much; word came that nobody can prove. */
const askedReasons = ['refund-unknown', 'unproved'] as const;
export type AskedReason = (typeof askedReasons)[number];

export const isAsked = (reason: string): reason is AskedReason =>
  (askedReasons as readonly string[]).includes(reason);

/**
 * What may have become of a payment.
 *
 *   refund-unknown                | refunded
 *   unproved, paid                | unchanged, taken-back, refunded
 *   unproved, over without money  | unchanged, paid
 *   unproved, refunded or reversed | unchanged
 */
export const listOutcomes = (reason: AskedReason, state: PaymentState): Outcome[] => {
  if (reason === 'refund-unknown') return ['refunded'];
  if (isTakenBack(state) || state === 'refunded') return ['unchanged'];
  return isPaid(state) ? ['unchanged', 'taken-back', 'refunded'] : ['unchanged', 'paid'];
};

/** Whatever moves money is said by two people; that nothing has changed one may say. */
export const takesTwo = (outcome: Outcome): boolean => outcome !== 'unchanged';

/** Judges what a person says. @throws Refusal */
export const judgeOutcome = (
  reason: AskedReason,
  payment: { readonly state: PaymentState; readonly amountRp: number },
  outcome: Outcome,
  refundedRp: number,
): void => {
  const possible = listOutcomes(reason, payment.state);
  if (!possible.includes(outcome))
    throw refusePayment('OUTCOME_NOT_POSSIBLE', { possible: possible.join(', ') }, 'as');
  if (outcome !== 'refunded') return;
  // Of a refund whose amount nobody says the gateway says at least that it was a part.
  const mostRp = reason === 'refund-unknown' ? payment.amountRp - 1 : payment.amountRp;
  if (refundedRp < 1 || refundedRp > mostRp)
    throw refusePayment('REFUND_AMOUNT_WANTED', { mostRp }, 'amountRp');
};
