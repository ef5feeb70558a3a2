import { isAsked, type AskedReason } from '../../core/payment/judge-outcome.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { tellParties } from '../party/index.js';

/**
 * Why money is kept apart; `reversed`: a bank took back what had been used for a due that is cancelled since;
 * `refund-unknown`: a part of a payment went back, at most this much, and nothing is booked until somebody says how much;
 * `unproved`: word came of a payment whose gateway cannot be asked any more, and nothing is booked until somebody looks.
 */
export type SuspenseReason = 'late' | 'not-owed' | 'unknown' | 'reversed' | AskedReason;

const TOLD = { 'refund-unknown': 'refund-amount-unknown', unproved: 'payment-word-unproved' } as const;

interface NewSuspense {
  readonly payeeId: string;
  /** Null: nobody knows who paid. */
  readonly payerId: string | null;
  readonly paymentId: string | null;
  /** What it came from; of one source, reason and payment there is one. */
  readonly sourceId: string;
  readonly amountRp: number;
  readonly reason: SuspenseReason;
  /** Before this nothing is decided about it: it may still be taken back. */
  readonly firmAt: Date;
}

/**
 * Keeps money apart that came for nothing that is due, in the caller's transaction, which posts the journal: a task
 * of its payee's. The same again changes nothing.
 */
export const keepInSuspense = async (tx: Tx, item: NewSuspense): Promise<void> => {
  const id = newId();
  const touched = await tx.change(
    `INSERT INTO suspense_item (id, payee_id, payer_id, payment_id, source_id, amount_rp, reason, firm_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [id, item.payeeId, item.payerId, item.paymentId, item.sourceId, item.amountRp, item.reason, item.firmAt],
  );
  if (touched !== 1) return;
  await writeAudit(tx, {
    ...{ actorId: null, action: 'money-kept-apart', subjectType: 'suspense-item', subjectId: id },
    data: { source: item.sourceId, reason: item.reason },
  });
  await tellParties(tx, {
    partyIds: item.payerId === null ? [item.payeeId] : [item.payeeId, item.payerId],
    kind: isAsked(item.reason) ? TOLD[item.reason] : 'money-kept-apart',
    ...{ subjectType: 'suspense-item', subjectId: id },
    data: { amount: item.amountRp },
  });
};

/** Somebody knows by now what became of a payment: the task has ended. @param personId who says so, null: the gateway. */
export const endAsking = async (
  tx: Tx,
  paymentId: string,
  reason: AskedReason,
  personId: string | null,
): Promise<void> => {
  const [task] = await tx.rows<{ id: string }>(
    `UPDATE suspense_item SET state = 'known', resolved_by = $3, resolved_at = clock_timestamp(), version = version + 1
     WHERE payment_id = $1 AND reason = $2 AND state = 'open' RETURNING id`,
    [paymentId, reason, personId],
  );
  if (task === undefined) return;
  await writeAudit(tx, {
    ...{ actorId: personId, action: 'suspense-known', subjectType: 'suspense-item', subjectId: task.id },
  });
};
