import { Inject, Injectable } from '@nestjs/common';
import { judgeRefund } from '../../core/payment/judge-payment.js';
import { Refusal } from '../../core/kernel/refuse.js';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { holdFunds } from '../ledger/index.js';
import { proposeDecision } from '../party/index.js';
import { AskStore } from './ask.store.js';
import { clearPayment } from './clear-payments.js';
import { DueStore } from './due.store.js';
import { merchantToUse } from './gateway-account.store.js';
import type { PaymentView, RefundRequest } from './payment.dto.js';
import { PaymentReader } from './payment.reader.js';
import { PaymentStore, type LockedPayment } from './payment.store.js';
import { refundHold, RefundStore, type LockedRefund } from './refund.store.js';
import { requireActing } from './require-acting.js';

const faultOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.code;
  throw error;
};

/** A refund through the gateway, from its proposal to the question: it pays what the collector owes back. */
@Injectable()
export class ProposeRefund {
  private readonly payments = new PaymentStore();
  private readonly refunds = new RefundStore();
  private readonly dues = new DueStore();
  private readonly asks = new AskStore();

  constructor(
    private readonly db: Db,
    private readonly reader: PaymentReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  run(principal: Principal, paymentId: string, request: RefundRequest): Promise<PaymentView> {
    const { dueId, amountRp, reason } = request;
    const { personId } = principal;
    return this.db.transaction(async (tx) => {
      const payment = await this.payments.lock(tx, paymentId);
      if (payment === undefined) throw refusePayment('PAYMENT_NOT_FOUND');
      requireActing(principal, payment.payeeId, 'DUE_NOT_YOURS');
      await this.judge(tx, payment, dueId, amountRp, null);
      const { payeeId, payerId } = payment;
      const id = newId();
      const decisionId = await proposeDecision(tx, personId, {
        ...{ kind: 'payout', partyId: payeeId, subjectId: id, hours: this.config.DECISION_HOURS },
        terms: { reason, amountRp },
      });
      const refundKey = `RFD-${id.replaceAll('-', '')}`;
      await this.refunds.insert(tx, {
        ...{ id, paymentId, dueId, payerId, payeeId, refundKey, amountRp, reason, decisionId },
      });
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'refund-proposed', subjectType: 'refund', subjectId: id },
        data: { payment: paymentId, due: dueId },
      });
      return this.reader.one(tx, paymentId);
    });
  }

  /** Two people agreed; what has changed since the proposal is judged again. False: it is no refund. */
  async approve(tx: Tx, refundId: string): Promise<boolean> {
    const paymentId = await this.refunds.paymentOf(tx, refundId);
    const payment = paymentId === undefined ? undefined : await this.payments.lock(tx, paymentId);
    if (payment === undefined) return false;
    const refund = (await this.refunds.lockOf(tx, payment.id)).find(({ id }) => id === refundId);
    if (refund?.state !== 'proposed') return true;
    const fault = await this.hold(tx, payment, refund).then(() => undefined, faultOf);
    if (fault === undefined) {
      await this.refunds.markApproved(tx, refundId);
      await this.asks.askNow(tx, payment.id, 'refund');
    } else await this.refunds.markRefused(tx, refundId, fault);
    await writeAudit(tx, {
      ...{ actorId: null, action: fault === undefined ? 'refund-approved' : 'refund-refused' },
      ...{ subjectType: 'refund', subjectId: refundId },
    });
    return true;
  }

  private async judge(
    tx: Tx,
    payment: LockedPayment,
    dueId: string,
    amountRp: number,
    butRefundId: string | null,
  ): Promise<void> {
    const due = await this.dues.lock(tx, dueId);
    if (due === undefined) throw refusePayment('DUE_NOT_FOUND');
    const merchantNow = await merchantToUse(tx, payment.payeeId);
    const leftRp = payment.amountRp - (await this.refunds.askedRp(tx, payment.id, butRefundId));
    const onItsWayRp = await this.dues.onItsWayRp(tx, dueId, butRefundId);
    judgeRefund({ ...payment, leftRp, merchantNow }, { ...due, onItsWayRp }, amountRp, payment.now);
  }

  /** Sets aside at the gateway what is to go back, so that nothing else takes it meanwhile. @throws Refusal */
  private async hold(tx: Tx, payment: LockedPayment, refund: LockedRefund): Promise<void> {
    await this.judge(tx, payment, refund.dueId, refund.amountRp, refund.id);
    if (payment.clearedAt === null) await clearPayment(tx, payment);
    await holdFunds(tx, {
      ...{ businessKey: refundHold(refund.id), partyId: payment.payeeId, purpose: 'gateway' },
      amountRp: refund.amountRp,
    });
  }
}
