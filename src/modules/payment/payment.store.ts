import type { PaymentState, Sight } from '../../core/payment/advance-payment.js';
import type { DueKind, DueState } from '../../core/payment/dues.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { Channel, Instructions } from '../../platform/gateway/gateway.js';

export interface NewPayment {
  readonly id: string;
  readonly orderId: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly channel: Channel;
  readonly amountRp: number;
  readonly feeRp: number;
  readonly settlingDelayS: number;
  readonly isRefundable: boolean;
  readonly minutes: number;
  readonly createdBy: string;
  readonly items: readonly { readonly dueId: string; readonly amountRp: number }[];
}

export interface LockedPayment {
  readonly id: string;
  readonly orderId: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly channel: Channel;
  readonly amountRp: number;
  readonly settlingDelayS: number;
  readonly isRefundable: boolean;
  readonly state: PaymentState;
  readonly seen: readonly Sight[];
  readonly refundedRp: number;
  readonly instructions: Instructions | null;
  readonly fault: string | null;
  readonly transactionId: string | null;
  readonly chargedAt: Date | null;
  /** Under which it was asked for; null: under none, or before that was kept. */
  readonly merchantId: string | null;
  readonly cancelAskedAt: Date | null;
  readonly expiresAt: Date;
  readonly settledAt: Date | null;
  readonly firmAt: Date | null;
  readonly journalId: string | null;
  readonly reversalJournalId: string | null;
  readonly clearedAt: Date | null;
  readonly createdAt: Date;
  /** The database's clock. */
  readonly now: Date;
}

export interface PaymentItem {
  readonly dueId: string;
  readonly itemRp: number;
  readonly kind: DueKind;
  readonly state: DueState;
  readonly amountRp: number;
  readonly coveredRp: number;
}

const LOCKED = `SELECT id, order_id, payer_id, payee_id, channel, amount_rp, settling_delay_s, is_refundable, state, seen,
  refunded_rp, instructions, fault, transaction_id, charged_at, merchant_id, cancel_asked_at, expires_at, settled_at, firm_at,
  journal_id, reversal_journal_id, cleared_at, created_at, clock_timestamp() AS now FROM payment`;

const IS_TO_CLEAR = `journal_id IS NOT NULL AND cleared_at IS NULL AND reversal_journal_id IS NULL
  AND firm_at <= clock_timestamp()`;

/** Writes payments. A payment is locked before its dues, and these in the order of their ids. */
export class PaymentStore {
  async insert(tx: Tx, payment: NewPayment): Promise<void> {
    const { items } = payment;
    await tx.change(
      `INSERT INTO payment (id, order_id, payer_id, payee_id, channel, amount_rp, fee_rp, settling_delay_s, is_refundable,
         expires_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp() + make_interval(mins => $10), $11)`,
      [
        ...[payment.id, payment.orderId, payment.payerId, payment.payeeId, payment.channel, payment.amountRp],
        ...[payment.feeRp, payment.settlingDelayS, payment.isRefundable, payment.minutes, payment.createdBy],
      ],
    );
    await tx.change(
      `INSERT INTO payment_item (payment_id, due_id, amount_rp)
       SELECT $1, due_id, amount_rp FROM unnest($2::uuid[], $3::bigint[]) AS item (due_id, amount_rp)`,
      [payment.id, items.map(({ dueId }) => dueId), items.map(({ amountRp }) => amountRp)],
    );
  }

  lock(tx: Tx, paymentId: string): Promise<LockedPayment | undefined> {
    return tx.first(`${LOCKED} WHERE id = $1 FOR UPDATE`, [paymentId]);
  }

  /** What a payment is for, with the dues as they stand, under their locks. */
  async lockItems(tx: Tx, paymentId: string): Promise<PaymentItem[]> {
    return tx.rows(
      `SELECT due.id AS due_id, payment_item.amount_rp AS item_rp, kind, state, due.amount_rp, covered_rp
       FROM payment_item JOIN due ON due.id = due_id WHERE payment_id = $1 ORDER BY due.id FOR UPDATE OF due`,
      [paymentId],
    );
  }

  /** Writes what has been seen and found out; the state goes only on, which the database holds too. */
  async update(tx: Tx, payment: LockedPayment): Promise<void> {
    await tx.change(
      `UPDATE payment SET state = $2, seen = $3, refunded_rp = $4, instructions = $5, fault = $6, transaction_id = $7,
         charged_at = $8, cancel_asked_at = $9, settled_at = $10, firm_at = $11, journal_id = $12,
         reversal_journal_id = $13, cleared_at = $14, merchant_id = $15, expires_at = $16, version = version + 1
       WHERE id = $1`,
      [
        ...[payment.id, payment.state, payment.seen, payment.refundedRp, payment.instructions, payment.fault],
        ...[payment.transactionId, payment.chargedAt, payment.cancelAskedAt, payment.settledAt],
        ...[
          payment.firmAt,
          payment.journalId,
          payment.reversalJournalId,
          payment.clearedAt,
          payment.merchantId,
          payment.expiresAt,
        ],
      ],
    );
  }

  /** Paid ones of which nothing can be taken back any more, and whose money still stands as if it could. */
  async dueToClear(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT id FROM payment WHERE ${IS_TO_CLEAR} ORDER BY firm_at, id LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks one of them; undefined when another worker has it, or had it. */
  claimClearing(tx: Tx, paymentId: string): Promise<LockedPayment | undefined> {
    return tx.first(`${LOCKED} WHERE id = $1 AND ${IS_TO_CLEAR} FOR UPDATE SKIP LOCKED`, [paymentId]);
  }
}
