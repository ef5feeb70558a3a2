import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { tellParties } from '../party/index.js';

/**
 * Why money is kept apart; `reversed`: a bank took back what had been used for a due that is cancelled since;
 * `refund-unknown`: a part of a payment went back, at most this much, and nothing is booked until somebody says how much.
 */
export type SuspenseReason = 'late' | 'not-owed' | 'unknown' | 'reversed' | 'refund-unknown';

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
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (source_id, reason, payment_id) DO NOTHING`,
    [id, item.payeeId, item.payerId, item.paymentId, item.sourceId, item.amountRp, item.reason, item.firmAt],
  );
  if (touched !== 1) return;
  await writeAudit(tx, {
    ...{ actorId: null, action: 'money-kept-apart', subjectType: 'suspense-item', subjectId: id },
    data: { source: item.sourceId, reason: item.reason },
  });
  await tellParties(tx, {
    partyIds: item.payerId === null ? [item.payeeId] : [item.payeeId, item.payerId],
    kind: item.reason === 'refund-unknown' ? 'refund-amount-unknown' : 'money-kept-apart',
    ...{ subjectType: 'suspense-item', subjectId: id },
    data: { amount: item.amountRp },
  });
};
