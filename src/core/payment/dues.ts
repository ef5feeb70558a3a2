import { assertWhole } from '../kernel/whole.js';
import { refusePayment } from './refusals.js';

/**
 * What a due is for: a deposit on orders; a request before goods are released; the balance after receipt; a
 * supplier's bill; what lies between common price and bill; what is owed back to a buyer; a deposit that goes back;
 * money that came for nothing.
 */
export const dueKinds = [
  'deposit',
  'payment-request',
  'balance',
  'supplier-bill',
  'equalisation',
  'credit',
  'deposit-return',
  'money-back',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** What covers a due; a reversal takes away what a cover gave. */
export const coverKinds = [
  'gateway',
  'transfer',
  'payout',
  'deposit',
  'credit',
  'credit-note',
  'reversal',
] as const;
export type CoverKind = (typeof coverKinds)[number];

export const dueStates = ['open', 'settled', 'cancelled'] as const;
export type DueState = (typeof dueStates)[number];

export interface Due {
  readonly state: DueState;
  readonly amountRp: number;
  readonly coveredRp: number;
}

/** What is still open of a due, in rupiah. */
export const openRp = ({ state, amountRp, coveredRp }: Due): number =>
  state === 'open' ? amountRp - coveredRp : 0;

/**
 * A due after a cover: settled once nothing is open, open again when a cover is reversed.
 *
 *   Rp100 open + Rp40 -> Rp60 open; + Rp60 -> settled; then reversal of Rp60 -> Rp60 open
 *
 * @throws Refusal when more comes than is open, or more is taken away than was covered.
 */
export const coverDue = (due: Due, amountRp: number): Due => {
  assertWhole(Math.abs(amountRp), 'amountRp');
  if (due.state === 'cancelled') throw refusePayment('DUE_CANCELLED');
  const coveredRp = due.coveredRp + amountRp;
  if (coveredRp > due.amountRp) throw refusePayment('MORE_THAN_IS_DUE', { openRp: openRp(due) });
  if (coveredRp < 0) throw refusePayment('REVERSAL_ABOVE_COVER', { coveredRp: due.coveredRp });
  return { amountRp: due.amountRp, coveredRp, state: coveredRp === due.amountRp ? 'settled' : 'open' };
};

/**
 * A due that comes to more or less than before; what is covered stays covered.
 *
 *   Rp100, Rp40 covered | now Rp60 -> Rp20 open | now Rp40 -> settled | now Rp30 -> BELOW_WHAT_IS_COVERED
 *
 * @throws Refusal
 */
export const changeDue = (due: Due, amountRp: number): Due => {
  assertWhole(amountRp, 'amountRp');
  if (due.state === 'cancelled') throw refusePayment('DUE_CANCELLED');
  if (amountRp < due.coveredRp || amountRp <= 0)
    throw refusePayment('BELOW_WHAT_IS_COVERED', { coveredRp: due.coveredRp });
  return { amountRp, coveredRp: due.coveredRp, state: amountRp === due.coveredRp ? 'settled' : 'open' };
};
