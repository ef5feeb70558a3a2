import { credit, debit, type Posting } from '../../core/ledger/post-journal.js';
import { openRp } from '../../core/payment/dues.js';
import { refundedPostings } from '../../core/payment/make-journals.js';
import { elsewhereRp, ownWithin } from '../../core/payment/reckon-refunds.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import type { GatewayTransaction, Refunded } from '../../platform/gateway/gateway.js';
import { LedgerReader, pendingHold, postHold, postJournal } from '../ledger/index.js';
import { newId } from '../../platform/new-id.js';
import { coverDue } from './cover-due.js';
import { DueStore } from './due.store.js';
import { endAsking, keepInSuspense } from './keep-in-suspense.js';
import type { LockedPayment } from './payment.store.js';
import { refundHold, RefundStore, type LockedRefund } from './refund.store.js';

const refunds = new RefundStore();
const dues = new DueStore();
const ledger = new LedgerReader();

/** Went back though nobody owed it (any more): the collector misses it, who got it holds it for nothing. */
const unowedPostings = ({ payeeId, payerId }: LockedPayment, amountRp: number): Posting[] =>
  amountRp === 0
    ? []
    : [
        debit(payeeId, 'suspense', amountRp),
        credit(payeeId, 'gateway', amountRp),
        debit(payerId, 'bank', amountRp),
        credit(payerId, 'suspense', amountRp),
      ];

const holdUnowed = async (
  tx: Tx,
  payment: LockedPayment,
  sourceId: string,
  amountRp: number,
): Promise<void> => {
  if (amountRp === 0) return;
  const { id, payeeId, payerId, now } = payment;
  // It goes the other way: who got it back is who has it.
  await keepInSuspense(tx, {
    ...{
      payeeId: payerId,
      payerId: payeeId,
      paymentId: id,
      sourceId,
      amountRp,
      reason: 'not-owed',
      firmAt: now,
    },
  });
};

const finishOne = async (tx: Tx, payment: LockedPayment, refund: LockedRefund, at: Date): Promise<void> => {
  const due = await dues.lock(tx, refund.dueId);
  const coveredRp = due === undefined ? 0 : Math.min(refund.amountRp, openRp(due));
  const restRp = refund.amountRp - coveredRp;
  const journal = {
    businessKey: `refund:${refund.id}`,
    kind: 'refund',
    effectiveAt: at,
    postings: [
      ...(coveredRp === 0 ? [] : refundedPostings(payment, coveredRp)),
      ...unowedPostings(payment, restRp),
    ],
  };
  // One that the gateway refused, and then made after all, holds nothing any more.
  const holdId = await pendingHold(tx, refundHold(refund.id));
  const journalId =
    holdId === undefined ? await postJournal(tx, journal) : await postHold(tx, holdId, journal);
  if (coveredRp > 0)
    await coverDue(tx, {
      ...{ dueId: refund.dueId, kind: 'payout', amountRp: coveredRp, sourceId: refund.id, journalId },
      ...{ paidAt: at, firmAt: at },
    });
  await holdUnowed(tx, payment, refund.id, restRp);
  await refunds.markDone(tx, refund.id, journalId);
  await writeAudit(tx, {
    ...{ actorId: null, action: 'refund-done', subjectType: 'refund', subjectId: refund.id },
    data: { payment: payment.id },
  });
};

/** What is booked as given back by others; without the part of ours that nobody owed any more. */
const bookedElsewhereRp = async (tx: Tx, { id, payerId }: LockedPayment): Promise<number> => {
  const row = await tx.first<{ rp: number }>(
    `SELECT coalesce(sum(amount_rp), 0)::bigint AS rp FROM suspense_item
     WHERE payment_id = $1 AND reason = 'not-owed' AND payee_id = $2
       AND NOT EXISTS (SELECT FROM payment_refund WHERE payment_refund.id = source_id)`,
    [id, payerId],
  );
  return row?.rp ?? 0;
};

/** Books what others gave back, each named one by itself and what no list names as one. */
const takeElsewhere = async (
  tx: Tx,
  payment: LockedPayment,
  named: readonly Confirmed[],
  ownRp: number,
): Promise<void> => {
  const bookedRp = await bookedElsewhereRp(tx, payment);
  const namedRp = named.reduce((sum, { amountRp }) => sum + amountRp, 0);
  let leftRp = elsewhereRp({ toldRp: payment.refundedRp, namedRp, ownRp, bookedRp });
  const book = async (what: string, amountRp: number, effectiveAt: Date): Promise<void> => {
    await postJournal(tx, {
      ...{ businessKey: `refund-elsewhere:${payment.id}:${what}`, kind: 'refund', effectiveAt },
      postings: unowedPostings(payment, amountRp),
    });
    await holdUnowed(tx, payment, newId(), amountRp);
    leftRp -= amountRp;
  };
  for (const { refundKey, amountRp, confirmedAt } of named) {
    if (leftRp === 0) return;
    if ((await ledger.journalByKey(tx, `refund-elsewhere:${payment.id}:${refundKey}`)) !== undefined)
      continue;
    await book(refundKey, Math.min(amountRp, leftRp), confirmedAt);
  }
  if (leftRp > 0) await book(`sum:${bookedRp + leftRp}`, leftRp, payment.now);
};

/** Part of it went back, and nobody says how much: its collector looks at the gateway's own pages, once. */
const askHowMuch = (tx: Tx, { id, payeeId, payerId, amountRp, now }: LockedPayment): Promise<void> =>
  keepInSuspense(tx, {
    ...{ payeeId, payerId, paymentId: id, sourceId: id, amountRp, reason: 'refund-unknown', firmAt: now },
  });

type Confirmed = Refunded & { readonly confirmedAt: Date };

/**
 * Books what the bank has confirmed as given back, each once: ours cover what was owed, those that somebody made
 * elsewhere, at the gateway's own pages, become a task. Where the gateway tells a sum and names none, the sum is booked
 * the same way, and a list that comes later books only what the sum did not hold.
 * @param personId who says so, null: the gateway.
 * @returns whether some of ours still wait.
 */
export const finishRefunds = async (
  tx: Tx,
  payment: LockedPayment,
  truth: Pick<GatewayTransaction, 'refunds' | 'refundedRp' | 'status'>,
  personId: string | null = null,
): Promise<boolean> => {
  const ours = await refunds.lockOf(tx, payment.id);
  const confirmed = truth.refunds.filter((each): each is Confirmed => each.confirmedAt !== null);
  const isOurs = ({ refundKey }: Refunded): boolean => ours.some((own) => own.refundKey === refundKey);
  const done = new Set(ours.filter(({ state }) => state === 'done'));
  const finish = async (own: LockedRefund, at: Date): Promise<void> => {
    if (!done.has(own)) await finishOne(tx, payment, own, at);
    done.add(own);
  };
  for (const { refundKey, confirmedAt } of confirmed)
    for (const own of ours) if (own.refundKey === refundKey) await finish(own, confirmedAt);
  const ownRp = (): number => [...done].reduce((sum, { amountRp }) => sum + amountRp, 0);
  const elsewhere = confirmed.filter((each) => !isOurs(each));
  if (truth.refundedRp !== null) {
    const asked = await refunds.toldOf(tx, payment.id);
    const waiting = ours.filter((own) => !done.has(own) && asked.has(own.id));
    const openRp = payment.refundedRp - ownRp() - (await bookedElsewhereRp(tx, payment));
    for (const own of ownWithin(openRp, waiting)) await finish(own, payment.now);
  }
  if (payment.refundedRp > 0) {
    await takeElsewhere(tx, payment, elsewhere, ownRp());
    await endAsking(tx, payment.id, 'refund-unknown', personId);
  } else if (truth.status === 'partial_refund' && truth.refunds.length === 0) await askHowMuch(tx, payment);
  return ours.some((own) => own.state === 'approved' && !done.has(own));
};
