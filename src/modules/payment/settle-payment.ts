import { applyPayment } from '../../core/payment/apply-payment.js';
import { paidPostings } from '../../core/payment/make-journals.js';
import type { Tx } from '../../platform/db/sql.js';
import { postJournal } from '../ledger/index.js';
import { tellParties } from '../party/index.js';
import { coverDue } from './cover-due.js';
import { keepInSuspense } from './keep-in-suspense.js';
import { PaymentStore, type LockedPayment } from './payment.store.js';

const store = new PaymentStore();

/**
 * Books a payment that has come, once: one journal, what it covers, and what it does not. The gateway's time counts,
 * not that of the word about it.
 * @returns the payment with its journal; the caller saves it.
 */
export const settlePayment = async (
  tx: Tx,
  payment: LockedPayment,
  settledAt: Date,
  isCancelled: boolean,
): Promise<LockedPayment> => {
  const { id, payeeId, payerId, amountRp, settlingDelayS, expiresAt } = payment;
  const firmAt = new Date(settledAt.getTime() + settlingDelayS * 1000);
  const items = await store.lockItems(tx, id);
  const isLate = isCancelled || settledAt.getTime() > expiresAt.getTime();
  const { covers, suspenseRp, reason } = applyPayment(items, isLate);
  const kinds = new Map(items.map(({ dueId, kind }) => [dueId, kind]));
  const parts = covers.flatMap((cover) => {
    const kind = kinds.get(cover.dueId);
    return kind === undefined ? [] : [{ kind, amountRp: cover.amountRp }];
  });
  const journalId = await postJournal(tx, {
    businessKey: `payment:${id}`,
    kind: 'payment',
    effectiveAt: settledAt,
    postings: paidPostings({ payeeId, payerId, into: 'gateway-clearing', parts, suspenseRp }),
  });
  for (const cover of covers)
    await coverDue(tx, { ...cover, kind: 'gateway', sourceId: id, journalId, paidAt: settledAt, firmAt });
  if (reason !== null)
    await keepInSuspense(tx, {
      ...{ payeeId, payerId, paymentId: id, sourceId: id, amountRp: suspenseRp, reason, firmAt },
    });
  await tellParties(tx, {
    ...{ partyIds: [payeeId, payerId], kind: 'payment-settled', subjectType: 'payment', subjectId: id },
    data: { amount: amountRp },
  });
  return { ...payment, settledAt, firmAt, journalId };
};
