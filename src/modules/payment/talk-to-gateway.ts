import { Inject, Injectable } from '@nestjs/common';
import { isWaiting } from '../../core/payment/advance-payment.js';
import { judgeAbsent, planNextAsk } from '../../core/payment/plan-next-ask.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import {
  GATEWAY,
  type Answer,
  type Gateway,
  type GatewayKeys,
  type GatewayTransaction,
} from '../../platform/gateway/gateway.js';
import { newId } from '../../platform/new-id.js';
import { pendingHold, voidHold } from '../ledger/index.js';
import { AskStore, type Call, type ClaimedAsk } from './ask.store.js';
import { GatewayAccountStore } from './gateway-account.store.js';
import { keepUnproved, unansweredWord } from './keep-unproved.js';
import { PaymentStore, type LockedPayment } from './payment.store.js';
import { refundHold, RefundStore, type LockedRefund } from './refund.store.js';
import { isAbout, takeFact, takeSights } from './take-fact.js';

/** A call that is about to be made: its intent is committed. */
interface Intent {
  readonly callId: string;
  readonly call: Call;
  readonly payment: LockedPayment;
  readonly keys: GatewayKeys;
  readonly refund: LockedRefund | undefined;
  readonly names: {
    readonly payerName: string;
    readonly items: readonly { id: string; name: string; amountRp: number }[];
  };
}

const ALREADY_THERE = 406;
const NO_SUCH_ORDER = 404;
const TOO_MANY = 429;
const soonAfter = (now: Date): Date => new Date(now.getTime() + 5_000);
/** No longer than any text field of a gateway takes. */
const NAME_LENGTH = 30;

/**
 * One question to the gateway: intent row, commit, call, result row. A charge is made once under an order id of ours;
 * whatever its outcome, from then on only the status is asked, until the gateway says that it knows no such order.
 */
@Injectable()
export class TalkToGateway {
  private readonly payments = new PaymentStore();
  private readonly asks = new AskStore();
  private readonly refunds = new RefundStore();

  constructor(
    private readonly db: Db,
    private readonly accounts: GatewayAccountStore,
    @Inject(GATEWAY) private readonly gateway: Gateway,
  ) {}

  async run(ask: ClaimedAsk): Promise<void> {
    const intent = await this.db.transaction((tx) => this.intend(tx, ask));
    if (intent === undefined) return;
    const answer = await this.call(intent);
    await this.db.transaction((tx) => this.take(tx, ask, intent, answer));
  }

  private async intend(tx: Tx, ask: ClaimedAsk): Promise<Intent | undefined> {
    const payment = await this.payments.lock(tx, ask.paymentId);
    const keys = payment && (await this.keysFor(tx, payment));
    if (payment === undefined || keys === undefined) {
      await this.asks.plan(tx, ask, null);
      return undefined;
    }
    const refund = ask.call === 'refund' ? await this.refunds.nextToAsk(tx, ask.paymentId) : undefined;
    const call = this.callFor(ask, payment, refund);
    if (call === 'none') {
      await takeSights(tx, payment, ['cancel']);
      await this.asks.plan(tx, ask, null);
      return undefined;
    }
    const callId = newId();
    await this.asks.begin(tx, callId, payment.id, call, refund?.id ?? null);
    if (call === 'charge' && payment.chargedAt === null) {
      const { merchantId } = keys;
      await this.payments.update(tx, { ...payment, chargedAt: payment.now, merchantId });
      await writeAudit(tx, {
        ...{ actorId: null, action: 'payment-asked', subjectType: 'payment', subjectId: payment.id },
      });
    }
    return { callId, call, payment, keys, refund, names: await this.namesOf(tx, payment) };
  }

  /** What has been charged is asked about under the merchant it was charged under, though another is in use by now. */
  private async keysFor(tx: Tx, payment: LockedPayment): Promise<GatewayKeys | undefined> {
    const used = await this.accounts.openToUse(tx, payment.payeeId);
    if (payment.merchantId === null || payment.merchantId === used?.keys.merchantId) return used?.keys;
    const [newest] = await this.accounts.keysOf(tx, payment.payeeId, payment.merchantId);
    return newest;
  }

  /** A payment that its payer gave up before anybody heard of it is over without a call. */
  private callFor(ask: ClaimedAsk, payment: LockedPayment, refund: LockedRefund | undefined): Call | 'none' {
    const wasCharged = payment.chargedAt !== null;
    if (payment.cancelAskedAt !== null && !wasCharged) return 'none';
    if (ask.call === 'refund') return refund === undefined ? 'status' : 'refund';
    if (ask.call === 'cancel') return isWaiting(payment.state) ? 'cancel' : 'status';
    if (ask.call === 'charge') return isWaiting(payment.state) ? 'charge' : 'status';
    return wasCharged ? 'status' : 'charge';
  }

  private async namesOf(tx: Tx, payment: LockedPayment): Promise<Intent['names']> {
    const payer = await tx.first<{ name: string }>('SELECT name FROM party WHERE id = $1', [payment.payerId]);
    const items = await tx.rows<{ id: string; name: string; amountRp: number }>(
      `SELECT due_id AS id, 'Tagihan ' || kind AS name, payment_item.amount_rp FROM payment_item
       JOIN due ON due.id = due_id WHERE payment_id = $1 ORDER BY due_id`,
      [payment.id],
    );
    return { payerName: (payer?.name ?? '').slice(0, NAME_LENGTH), items };
  }

  private call({ call, payment, keys, refund, names }: Intent): Promise<Answer<GatewayTransaction>> {
    const { orderId, amountRp, channel, expiresAt } = payment;
    switch (call) {
      case 'charge':
        return this.gateway.charge(keys, { orderId, amountRp, channel, expiresAt, ...names });
      case 'cancel':
        return this.gateway.cancel(keys, orderId);
      case 'refund':
        return refund === undefined
          ? this.gateway.status(keys, orderId)
          : this.gateway.refund(keys, orderId, refund);
      case 'status':
        return this.gateway.status(keys, orderId);
    }
  }

  private async take(
    tx: Tx,
    ask: ClaimedAsk,
    intent: Intent,
    answer: Answer<GatewayTransaction>,
  ): Promise<void> {
    const payment = await this.payments.lock(tx, ask.paymentId);
    if (payment === undefined) return;
    if (answer.outcome === 'done' && !isAbout(payment, answer.value)) {
      // Said of another order or amount: nothing is believed, and somebody may see it among the calls.
      await this.asks.end(tx, intent.callId, 'mismatch', null);
      return this.planFrom(tx, ask, payment, true);
    }
    await this.asks.end(tx, intent.callId, answer.outcome, answer.outcome === 'refused' ? answer.code : null);
    if (answer.outcome === 'done') {
      const taken = await takeFact(tx, payment, answer.value);
      const unasked = await this.refunds.nextToAsk(tx, payment.id);
      const isHeard = answer.value.refunds.some(({ refundKey }) => refundKey === unasked?.refundKey);
      if (unasked !== undefined && !isHeard) return this.asks.plan(tx, ask, soonAfter(payment.now), 'refund');
      return this.planFrom(tx, ask, taken.payment, taken.hasOpenRefund);
    }
    if (answer.outcome === 'refused') return this.takeRefusal(tx, ask, intent, payment, answer.code);
    const after = intent.call === 'charge' ? await takeSights(tx, payment, ['unknown']) : payment;
    return this.planFrom(tx, ask, after, intent.refund !== undefined);
  }

  private async takeRefusal(
    tx: Tx,
    ask: ClaimedAsk,
    { call, refund }: Intent,
    payment: LockedPayment,
    code: number,
  ): Promise<void> {
    if (code === TOO_MANY) return this.asks.plan(tx, ask, soonAfter(payment.now), call);
    if (code === ALREADY_THERE) return this.asks.plan(tx, ask, payment.now);
    if (call === 'refund' && refund !== undefined) {
      await this.refunds.markRefused(tx, refund.id, `gateway ${code}`);
      const holdId = await pendingHold(tx, refundHold(refund.id));
      if (holdId !== undefined) await voidHold(tx, holdId);
      await writeAudit(tx, {
        ...{ actorId: null, action: 'refund-refused', subjectType: 'refund', subjectId: refund.id },
        data: { code },
      });
      return this.planFrom(tx, ask, payment, false);
    }
    if (call === 'charge')
      return this.planFrom(tx, ask, await takeSights(tx, payment, ['deny'], `gateway ${code}`), false);
    if (call === 'status' && !isWaiting(payment.state)) await this.keepWord(tx, payment);
    if (code === NO_SUCH_ORDER) return this.takeAbsence(tx, ask, payment);
    return this.planFrom(tx, ask, payment, false);
  }

  /** The gateway says nothing of what it sent word of: its keys are no longer taken, or it knows no such order there. */
  private async keepWord(tx: Tx, payment: LockedPayment): Promise<void> {
    const notificationId = await unansweredWord(tx, payment.id);
    if (notificationId !== undefined) await keepUnproved(tx, payment, notificationId, payment.now);
  }

  private async takeAbsence(tx: Tx, ask: ClaimedAsk, payment: LockedPayment): Promise<void> {
    const absent = {
      isSnap: payment.channel === 'snap',
      isCancelAsked: payment.cancelAskedAt !== null,
      chargedAt: payment.chargedAt,
      expiresAt: payment.expiresAt,
    };
    const verdict = isWaiting(payment.state) ? judgeAbsent(absent, payment.now) : 'ask-again';
    if (verdict === 'charge-again') return this.asks.plan(tx, ask, payment.now, 'charge');
    const sight = verdict === 'expired' ? 'expire' : verdict === 'cancelled' ? 'cancel' : undefined;
    const after = sight === undefined ? payment : await takeSights(tx, payment, [sight]);
    return this.planFrom(tx, ask, after, false);
  }

  private planFrom(tx: Tx, ask: ClaimedAsk, payment: LockedPayment, hasOpenRefund: boolean): Promise<void> {
    const isToCancel = payment.cancelAskedAt !== null && isWaiting(payment.state);
    return this.asks.plan(
      tx,
      ask,
      planNextAsk({ ...payment, hasOpenRefund }, payment.now),
      isToCancel ? 'cancel' : 'status',
    );
  }
}
