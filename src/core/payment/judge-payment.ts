import { isPaid, isWaiting, type PaymentState } from './advance-payment.js';
import { openRp, type Due, type DueKind } from './dues.js';
import { refusePayment } from './refusals.js';

export interface PayableDue extends Due {
  readonly id: string;
  readonly payerId: string;
  readonly payeeId: string;
  /** The payment that waits for it already. */
  readonly waitingPaymentId: string | null;
  /** Whether it is paid by a payout or a refund that is under way. */
  readonly isPaidOut: boolean;
}

/**
 * What one payment of these dues comes to: all open, of one payer to one payee, none of them being paid already.
 * @throws Refusal
 */
export const sumDues = (dues: readonly PayableDue[], asked: readonly string[]): number => {
  const [first] = dues;
  if (first === undefined || dues.length !== new Set(asked).size) throw refusePayment('DUE_NOT_FOUND');
  for (const due of dues) {
    if (due.payeeId !== first.payeeId || due.payerId !== first.payerId)
      throw refusePayment('DUES_OF_SEVERAL', {}, 'dueIds');
    if (due.state === 'cancelled') throw refusePayment('DUE_CANCELLED', {}, 'dueIds');
    if (openRp(due) === 0) throw refusePayment('DUE_SETTLED', {}, 'dueIds');
    if (due.waitingPaymentId !== null)
      throw refusePayment('DUE_BEING_PAID', { paymentId: due.waitingPaymentId }, 'dueIds');
    if (due.isPaidOut) throw refusePayment('DUE_BEING_PAID_OUT', {}, 'dueIds');
  }
  return dues.reduce((sum, due) => sum + openRp(due), 0);
};

/** Judges a cancellation. @throws Refusal when it no longer waits. */
export const judgeCancelling = (state: PaymentState): void => {
  if (!isWaiting(state)) throw refusePayment('PAYMENT_OVER');
};

export interface Refundable {
  readonly state: PaymentState;
  readonly isRefundable: boolean;
  readonly channel: string;
  readonly payerId: string;
  readonly payeeId: string;
  /** Not given back yet, nor asked to be. */
  readonly leftRp: number;
  readonly firmAt: Date | null;
  /** Under which it was asked for; null: nobody knows any more. */
  readonly merchantId: string | null;
  /** Under which its collector asks now; undefined: it has none any more. */
  readonly merchantNow: string | undefined;
}

/** What is owed back to who had paid. */
export interface OwedBack extends Due {
  readonly kind: DueKind;
  readonly payerId: string;
  readonly payeeId: string;
  /** Of what is open, what a payout or another refund is paying already. */
  readonly onItsWayRp: number;
}

const goesBack: readonly DueKind[] = ['credit', 'deposit-return', 'money-back'];

/** Judges a refund of so much by the channel a payment came through, for what its collector owes back. @throws Refusal */
export const judgeRefund = (payment: Refundable, owed: OwedBack, amountRp: number, now: Date): void => {
  if (!payment.isRefundable) throw refusePayment('CHANNEL_GIVES_NOTHING_BACK', { channel: payment.channel });
  if (payment.merchantId !== null && payment.merchantId !== payment.merchantNow)
    throw refusePayment('MERCHANT_HAS_CHANGED');
  if (!isPaid(payment.state)) throw refusePayment('PAYMENT_NOT_PAID');
  if (payment.firmAt === null || now.getTime() < payment.firmAt.getTime())
    throw refusePayment('MONEY_NOT_FIRM_YET');
  if (!goesBack.includes(owed.kind) || owed.payerId !== payment.payeeId || owed.payeeId !== payment.payerId)
    throw refusePayment('DUE_NOT_OWED_BACK', {}, 'dueId');
  const leftRp = Math.max(0, openRp(owed) - owed.onItsWayRp);
  if (amountRp > leftRp) throw refusePayment('MORE_THAN_IS_DUE', { openRp: leftRp }, 'amountRp');
  if (amountRp > payment.leftRp)
    throw refusePayment('MORE_THAN_WAS_PAID', { leftRp: payment.leftRp }, 'amountRp');
};
