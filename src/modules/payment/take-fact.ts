import {
  advancePayment,
  isPaid,
  isTakenBack,
  see,
  stateOf,
  type Fact,
  type Sight,
} from '../../core/payment/advance-payment.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import type { GatewayTransaction } from '../../platform/gateway/gateway.js';
import { finishRefunds } from './finish-refunds.js';
import { endAsking } from './keep-in-suspense.js';
import { PaymentStore, type LockedPayment } from './payment.store.js';
import { reversePayment } from './reverse-payment.js';
import { settlePayment } from './settle-payment.js';

const store = new PaymentStore();

const confirmedRp = ({ refunds, refundedRp }: GatewayTransaction): number =>
  refundedRp ??
  refunds.filter(({ confirmedAt }) => confirmedAt !== null).reduce((sum, refund) => sum + refund.amountRp, 0);

const factOf = (truth: GatewayTransaction): Fact => ({
  status: truth.status,
  fraudStatus: truth.fraudStatus,
  paymentType: truth.paymentType,
  settledAt: truth.settledAt,
  refundedRp: confirmedRp(truth),
});

/** When a payment's time was over: one that its gateway ended before ended then, and what comes after that is late. */
const endOf = (before: LockedPayment, seen: LockedPayment): Date =>
  seen.seen.includes('expire') &&
  !before.seen.includes('expire') &&
  before.now.getTime() < seen.expiresAt.getTime()
    ? before.now
    : seen.expiresAt;

/** Brings about what a payment's new sights lead to, saves it, and says so. */
const bringAbout = async (
  tx: Tx,
  before: LockedPayment,
  seen: LockedPayment,
  settledAt: Date,
  personId: string | null = null,
): Promise<LockedPayment> => {
  const state = stateOf(seen);
  let after: LockedPayment = { ...seen, state, expiresAt: endOf(before, seen) };
  const isCancelled = before.seen.includes('cancel');
  if (isPaid(state) && after.journalId === null)
    after = await settlePayment(tx, after, settledAt, isCancelled);
  if (isTakenBack(state) && after.journalId !== null && after.reversalJournalId === null)
    after = await reversePayment(tx, after);
  await store.update(tx, after);
  await writeAudit(tx, {
    ...{ actorId: personId, action: 'payment-advanced', subjectType: 'payment', subjectId: after.id },
    data: { from: before.state, to: state },
  });
  return after;
};

const changed = (before: LockedPayment, after: LockedPayment): boolean =>
  before.seen.length !== after.seen.length ||
  before.refundedRp !== after.refundedRp ||
  (before.transactionId === null && after.transactionId !== null) ||
  (before.instructions === null && after.instructions !== null) ||
  before.fault !== after.fault;

/**
 * Adds what was found out without an answer of the gateway about a transaction.
 * @param personId who says so; null: nobody, it follows.
 */
export const takeSights = async (
  tx: Tx,
  payment: LockedPayment,
  sights: readonly Sight[],
  fault: string | null = payment.fault,
  personId: string | null = null,
): Promise<LockedPayment> => {
  const seen = { ...see(payment, sights), fault };
  return changed(payment, seen) ? bringAbout(tx, payment, seen, payment.now, personId) : payment;
};

/** Whether an answer is about this payment: our order, our amount, in rupiah. */
export const isAbout = (payment: LockedPayment, truth: GatewayTransaction): boolean =>
  truth.orderId === payment.orderId && truth.amountRp === payment.amountRp && truth.currency === 'IDR';

/**
 * Takes the gateway's word about a payment, under its lock: the same again, and older word after newer, changes nothing.
 * @returns the payment, and whether refunds of ours still wait for their bank.
 */
export const takeFact = async (
  tx: Tx,
  payment: LockedPayment,
  truth: GatewayTransaction,
): Promise<{ payment: LockedPayment; hasOpenRefund: boolean }> => {
  const advanced = advancePayment(payment, factOf(truth));
  const known = {
    ...advanced,
    transactionId: payment.transactionId ?? truth.transactionId,
    instructions:
      payment.instructions ?? (Object.keys(truth.instructions).length === 0 ? null : truth.instructions),
  };
  const after = changed(payment, known)
    ? await bringAbout(tx, payment, known, truth.settledAt ?? payment.now)
    : payment;
  await endAsking(tx, payment.id, 'unproved', null);
  return { payment: after, hasOpenRefund: await finishRefunds(tx, after, truth) };
};

/** Takes a person's word for how much of a payment went back, where the gateway says none; the caller holds its lock. */
export const takeRefunded = async (
  tx: Tx,
  payment: LockedPayment,
  refundedRp: number,
  personId: string,
): Promise<void> => {
  const known = see(payment, [], refundedRp);
  const after = changed(payment, known)
    ? await bringAbout(tx, payment, known, payment.now, personId)
    : payment;
  await finishRefunds(tx, after, { status: 'partial_refund', refunds: [], refundedRp }, personId);
};
