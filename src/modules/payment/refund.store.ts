import type { Tx } from '../../platform/db/sql.js';

export type RefundState = 'proposed' | 'approved' | 'done' | 'refused';

export interface NewRefund {
  readonly id: string;
  readonly paymentId: string;
  readonly dueId: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly refundKey: string;
  readonly amountRp: number;
  readonly reason: string;
  readonly decisionId: string;
}

export interface LockedRefund extends NewRefund {
  readonly state: RefundState;
}

/** The key under which a refund's money is set aside at the gateway. */
export const refundHold = (refundId: string): string => `refund:${refundId}`;

const LOCKED = `SELECT id, payment_id, due_id, payer_id, payee_id, refund_key, amount_rp, reason, decision_id, state
  FROM payment_refund`;

/** Writes refunds; a payment is locked before them. */
export class RefundStore {
  async insert(tx: Tx, refund: NewRefund): Promise<void> {
    await tx.change(
      `INSERT INTO payment_refund (id, payment_id, due_id, payer_id, payee_id, refund_key, amount_rp, reason, decision_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[refund.id, refund.paymentId, refund.dueId, refund.payerId, refund.payeeId, refund.refundKey],
        ...[refund.amountRp, refund.reason, refund.decisionId],
      ],
    );
  }

  /** The payment of a refund, before either is locked. */
  async paymentOf(tx: Tx, refundId: string): Promise<string | undefined> {
    const row = await tx.first<{ paymentId: string }>('SELECT payment_id FROM payment_refund WHERE id = $1', [
      refundId,
    ]);
    return row?.paymentId;
  }

  lockOf(tx: Tx, paymentId: string): Promise<LockedRefund[]> {
    return tx.rows(`${LOCKED} WHERE payment_id = $1 ORDER BY id FOR UPDATE`, [paymentId]);
  }

  /** An approved one of which the gateway has not said that it knows it. */
  nextToAsk(tx: Tx, paymentId: string): Promise<LockedRefund | undefined> {
    return tx.first(
      `${LOCKED} WHERE payment_id = $1 AND state = 'approved' AND NOT EXISTS (
         SELECT FROM gateway_call WHERE refund_id = payment_refund.id AND outcome = 'done')
       ORDER BY id LIMIT 1 FOR UPDATE`,
      [paymentId],
    );
  }

  /** Those of which the gateway was told, and did not say no. */
  async toldOf(tx: Tx, paymentId: string): Promise<Set<string>> {
    const rows = await tx.rows<{ refundId: string }>(
      `SELECT DISTINCT refund_id FROM gateway_call
       WHERE payment_id = $1 AND refund_id IS NOT NULL AND outcome IS DISTINCT FROM 'refused'`,
      [paymentId],
    );
    return new Set(rows.map(({ refundId }) => refundId));
  }

  /** What is given back of a payment, or may still be: of proposals those that may be approved. */
  async askedRp(tx: Tx, paymentId: string, butRefundId: string | null): Promise<number> {
    const row = await tx.first<{ rp: number }>(
      `SELECT coalesce(sum(amount_rp), 0)::bigint AS rp FROM payment_refund JOIN decision ON decision.id = decision_id
       WHERE payment_id = $1 AND payment_refund.id IS DISTINCT FROM $2
         AND (payment_refund.state IN ('approved', 'done') OR (payment_refund.state = 'proposed'
           AND (decision.state = 'approved' OR (decision.state = 'proposed' AND expires_at > clock_timestamp()))))`,
      [paymentId, butRefundId],
    );
    return row?.rp ?? 0;
  }

  async markApproved(tx: Tx, refundId: string): Promise<void> {
    await tx.change(`UPDATE payment_refund SET state = 'approved' WHERE id = $1 AND state = 'proposed'`, [
      refundId,
    ]);
  }

  async markRefused(tx: Tx, refundId: string, fault: string): Promise<void> {
    await tx.change(
      `UPDATE payment_refund SET state = 'refused', fault = $2 WHERE id = $1 AND state IN ('proposed', 'approved')`,
      [refundId, fault],
    );
  }

  async markDone(tx: Tx, refundId: string, journalId: string): Promise<void> {
    await tx.change(
      `UPDATE payment_refund SET state = 'done', journal_id = $2, done_at = clock_timestamp() WHERE id = $1 AND state <> 'done'`,
      [refundId, journalId],
    );
  }
}
