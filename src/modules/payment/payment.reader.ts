import { Injectable } from '@nestjs/common';
import { refusePayment } from '../../core/payment/refusals.js';
import { oversees, partiesOf, partyKinds, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { Channel } from '../../platform/gateway/gateway.js';
import type { PaymentItemView, PaymentView, RefundView } from './payment.dto.js';

const COLUMNS = `id, order_id, payer_id, payee_id,
  (SELECT name FROM party WHERE party.id = payer_id) AS payer_name,
  (SELECT name FROM party WHERE party.id = payee_id) AS payee_name, channel, amount_rp, fee_rp, state, refunded_rp, instructions, fault,
  expires_at, settled_at, firm_at, created_at, cancel_asked_at IS NOT NULL AS is_cancel_asked, is_refundable, version`;

type PaymentRow = Omit<PaymentView, 'items' | 'refunds'>;

export interface Offered {
  readonly channels: Channel[];
  /** The civil date where fees are dated. */
  readonly today: string;
}

/** Answers about payments through the gateway. */
@Injectable()
export class PaymentReader {
  async paymentById(sql: Sql, caller: Principal, paymentId: string): Promise<PaymentView> {
    const row = await sql.first<PaymentRow>(
      `SELECT ${COLUMNS} FROM payment WHERE id = $3 AND ($1 OR payer_id = ANY ($2) OR payee_id = ANY ($2))`,
      [oversees(caller), partiesOf(caller, ...partyKinds), paymentId],
    );
    return this.whole(sql, row);
  }

  async one(sql: Sql, paymentId: string): Promise<PaymentView> {
    return this.whole(
      sql,
      await sql.first<PaymentRow>(`SELECT ${COLUMNS} FROM payment WHERE id = $1`, [paymentId]),
    );
  }

  /** Which channels a collector has, without its keys; undefined without an account. */
  channelsOf(sql: Sql, payeeId: string): Promise<Offered | undefined> {
    return sql.first(
      `SELECT channels, (clock_timestamp() AT TIME ZONE 'Asia/Jakarta')::date AS today
       FROM gateway_account WHERE party_id = $1`,
      [payeeId],
    );
  }

  private async whole(sql: Sql, row: PaymentRow | undefined): Promise<PaymentView> {
    if (row === undefined) throw refusePayment('PAYMENT_NOT_FOUND');
    const items = await sql.rows<PaymentItemView>(
      `SELECT due_id, kind, payment_item.amount_rp, (SELECT title FROM pool WHERE pool.id = pool_id) AS pool_title
       FROM payment_item JOIN due ON due.id = due_id WHERE payment_id = $1 ORDER BY due_id`,
      [row.id],
    );
    const refunds = await sql.rows<RefundView>(
      `SELECT id, due_id, amount_rp, reason, state, decision_id, fault, proposed_at, done_at
       FROM payment_refund WHERE payment_id = $1 ORDER BY id`,
      [row.id],
    );
    return { ...row, items, refunds };
  }
}
