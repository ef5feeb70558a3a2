import { Inject, Injectable } from '@nestjs/common';
import { chooseChannel, feeOf } from '../../core/payment/show-channels.js';
import { openRp } from '../../core/payment/dues.js';
import { judgeCancelling, sumDues } from '../../core/payment/judge-payment.js';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import type { Tx } from '../../platform/db/sql.js';
import type { Channel } from '../../platform/gateway/gateway.js';
import { newId } from '../../platform/new-id.js';
import { AskStore } from './ask.store.js';
import { DueReader } from './due.reader.js';
import type { PaymentRequestBody, PaymentView } from './payment.dto.js';
import { PaymentReader } from './payment.reader.js';
import { PaymentStore } from './payment.store.js';
import { requireActing } from './require-acting.js';

/** A payment from its wish to its cancellation; what the gateway makes of it, the worker asks. */
@Injectable()
export class AskPayment {
  private readonly payments = new PaymentStore();
  private readonly asks = new AskStore();

  constructor(
    private readonly db: Db,
    private readonly dues: DueReader,
    private readonly reader: PaymentReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PAYMENT_EXPIRY_MINUTES'>,
  ) {}

  /** The wish is committed and answered; a worker turns it into instructions within a second or two. */
  run(principal: Principal, { dueIds, channel }: PaymentRequestBody): Promise<PaymentView> {
    return this.db.transaction(async (tx) => {
      const dues = await this.dues.lockPayable(tx, dueIds);
      const amountRp = sumDues(dues, dueIds);
      const { payerId = '', payeeId = '' } = dues[0] ?? {};
      requireActing(principal, payerId, 'DUE_NOT_YOURS');
      const { offered, today } = await this.offeredBy(tx, payeeId);
      const terms = chooseChannel(offered, channel, amountRp, today);
      const id = newId();
      await this.payments.insert(tx, {
        ...{ id, orderId: `SPK-${id.replaceAll('-', '')}`, payerId, payeeId, channel, amountRp },
        feeRp: feeOf(terms, amountRp),
        settlingDelayS: terms.settlingDelayS,
        isRefundable: terms.isRefundable,
        minutes: this.config.PAYMENT_EXPIRY_MINUTES,
        createdBy: principal.personId,
        items: dues.map((due) => ({ dueId: due.id, amountRp: openRp(due) })),
      });
      await this.asks.askNow(tx, id, 'charge');
      await writeAudit(tx, {
        ...{ actorId: principal.personId, action: 'payment-wished', subjectType: 'payment', subjectId: id },
        data: { channel, dues: dues.length },
      });
      return this.reader.one(tx, id);
    });
  }

  /** Nobody need wait for the gateway: what it says of the cancellation comes with the state. */
  cancel(principal: Principal, paymentId: string): Promise<PaymentView> {
    return this.db.transaction(async (tx) => {
      const payment = await this.payments.lock(tx, paymentId);
      if (payment === undefined) throw refusePayment('PAYMENT_NOT_FOUND');
      requireActing(principal, payment.payerId, 'DUE_NOT_YOURS');
      judgeCancelling(payment.state);
      if (payment.cancelAskedAt === null) {
        await this.payments.update(tx, { ...payment, cancelAskedAt: payment.now });
        await this.asks.askNow(tx, paymentId, 'cancel');
        await writeAudit(tx, {
          ...{ actorId: principal.personId, action: 'payment-given-up', subjectType: 'payment' },
          subjectId: paymentId,
        });
      }
      return this.reader.one(tx, paymentId);
    });
  }

  private async offeredBy(tx: Tx, payeeId: string): Promise<{ offered: Channel[]; today: string }> {
    const account = await lookAcross(tx, 'payment-channels', () => this.reader.channelsOf(tx, payeeId));
    if (account === undefined) throw refusePayment('NO_GATEWAY_ACCOUNT');
    return { offered: account.channels, today: account.today };
  }
}
