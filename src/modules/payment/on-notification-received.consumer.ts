import { Injectable } from '@nestjs/common';
import {
  isOurOrderId,
  judgeNotification,
  readNotification,
  type Verdict,
} from '../../core/payment/judge-notification.js';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { verifySignature } from '../../platform/gateway/midtrans/verify-signature.js';
import { AskStore } from './ask.store.js';
import { GatewayAccountStore } from './gateway-account.store.js';
import { NotificationReceived } from './payment.events.js';

interface Received {
  readonly notificationId: string;
}

interface Judged {
  readonly verdict: Verdict;
  readonly paymentId: string | null;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Finds out what a notification is, and of a genuine one has the gateway asked, soon, how our order stands: none is
 * believed, a replayed one asks the same, and a thousand at once are one question, or two.
 */
@Injectable()
@Consumes('payment.on-notification-received', NotificationReceived)
export class OnNotificationReceived implements Consumer<Received> {
  private readonly asks = new AskStore();

  constructor(private readonly accounts: GatewayAccountStore) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<Received>): Promise<void> {
    const { notificationId } = payload;
    const kept = await tx.first<{ body: string | null }>(
      'SELECT body FROM gateway_notification WHERE id = $1',
      [notificationId],
    );
    if (kept === undefined) return;
    const { verdict, paymentId } = await this.judge(tx, kept.body);
    const touched = await tx.change(
      `INSERT INTO gateway_verdict (notification_id, verdict, payment_id) VALUES ($1, $2, $3)
       ON CONFLICT (notification_id) DO NOTHING`,
      [notificationId, verdict, paymentId],
    );
    if (touched === 1 && verdict === 'genuine' && paymentId !== null)
      await this.asks.askNow(tx, paymentId, 'status');
  }

  private async judge(tx: Tx, body: string | null): Promise<Judged> {
    if (body === null) return { verdict: 'oversized', paymentId: null };
    const fields = readNotification(parse(body));
    if (fields === undefined) return { verdict: 'unreadable', paymentId: null };
    const payment = isOurOrderId(fields.orderId)
      ? await tx.first<{ id: string; payeeId: string; amountRp: number }>(
          'SELECT id, payee_id, amount_rp FROM payment WHERE order_id = $1',
          [fields.orderId],
        )
      : undefined;
    const account = payment && (await this.accounts.open(tx, payment.payeeId));
    if (payment === undefined || account === undefined) return { verdict: 'unknown-order', paymentId: null };
    const { signatureKey, merchantId } = account.keys;
    if (!verifySignature(fields, signatureKey)) return { verdict: 'forged', paymentId: payment.id };
    const { amountRp } = payment;
    return { verdict: judgeNotification(fields, { amountRp, merchantId }), paymentId: payment.id };
  }
}
