import { Injectable } from '@nestjs/common';
import {
  isOurOrderId,
  judgeNotification,
  readNotification,
  type NotifiedFields,
  type Verdict,
} from '../../core/payment/judge-notification.js';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { verifySignature } from '../../platform/gateway/midtrans/verify-signature.js';
import { AskStore } from './ask.store.js';
import { GatewayAccountStore } from './gateway-account.store.js';
import { keepUnproved, type NotedPayment } from './keep-unproved.js';
import { NotificationReceived } from './payment.events.js';

interface Received {
  readonly notificationId: string;
}

interface Judged {
  readonly verdict: Verdict;
  readonly payment: NamedPayment | null;
}

interface NamedPayment extends NotedPayment {
  /** Null: asked for under none, or before that was kept. */
  readonly merchantId: string | null;
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
    const kept = await tx.first<{ body: string | null; receivedAt: Date }>(
      'SELECT body, received_at FROM gateway_notification WHERE id = $1',
      [notificationId],
    );
    if (kept === undefined) return;
    const { verdict, payment } = await this.judge(tx, kept.body);
    const touched = await tx.change(
      `INSERT INTO gateway_verdict (notification_id, verdict, payment_id) VALUES ($1, $2, $3)
       ON CONFLICT (notification_id) DO NOTHING`,
      [notificationId, verdict, payment?.id ?? null],
    );
    if (touched !== 1 || payment === null) return;
    if (verdict === 'genuine') await this.asks.askNow(tx, payment.id, 'status');
    if (verdict === 'former-merchant') await keepUnproved(tx, payment, notificationId, kept.receivedAt);
  }

  private async judge(tx: Tx, body: string | null): Promise<Judged> {
    if (body === null) return { verdict: 'oversized', payment: null };
    const fields = readNotification(parse(body));
    if (fields === undefined) return { verdict: 'unreadable', payment: null };
    const payment = isOurOrderId(fields.orderId)
      ? await tx.first<NamedPayment>(
          'SELECT id, payee_id, payer_id, amount_rp, merchant_id FROM payment WHERE order_id = $1',
          [fields.orderId],
        )
      : undefined;
    if (payment === undefined) return { verdict: 'unknown-order', payment: null };
    return { verdict: await this.judgeOf(tx, fields, payment), payment };
  }

  /** By the keys that its merchant ever had: word of what came before they were replaced is signed with the old ones. */
  private async judgeOf(tx: Tx, fields: NotifiedFields, payment: NamedPayment): Promise<Verdict> {
    const { payeeId, merchantId } = payment;
    const keys = await this.accounts.keysOf(tx, payeeId, merchantId);
    const signer = keys.find(({ signatureKey }) => verifySignature(fields, signatureKey));
    if (signer !== undefined) return judgeNotification(fields, { ...payment, merchantId: signer.merchantId });
    if (keys.length > 0 || merchantId === null || fields.merchantId === null) return 'forged';
    const claimed = judgeNotification(fields, { ...payment, merchantId });
    return claimed === 'genuine' ? 'former-merchant' : 'forged';
  }
}
