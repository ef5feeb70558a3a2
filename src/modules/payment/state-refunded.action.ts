import { Injectable } from '@nestjs/common';
import { judgeRefunded } from '../../core/payment/judge-payment.js';
import { refusePayment } from '../../core/payment/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { PaymentStore } from './payment.store.js';
import { requireActing } from './require-acting.js';
import { takeRefunded } from './take-fact.js';

interface Asked {
  readonly state: string;
  readonly version: number;
}

/** The collector says how much of a payment went back of which its gateway said only that a part did. */
@Injectable()
export class StateRefunded {
  private readonly payments = new PaymentStore();

  constructor(private readonly db: Db) {}

  /** @param version of the task, as the caller saw it. */
  run(principal: Principal, itemId: string, amountRp: number, version: number): Promise<void> {
    return this.db.transaction(async (tx) => {
      const item = await tx.first<{ paymentId: string }>(
        `SELECT payment_id FROM suspense_item WHERE id = $1 AND reason = 'refund-unknown'`,
        [itemId],
      );
      // A payment is locked before what lies apart of it, as by whoever hears of it from the gateway.
      const payment = item && (await this.payments.lock(tx, item.paymentId));
      const task = await tx.first<Asked>(
        'SELECT state, version FROM suspense_item WHERE id = $1 FOR UPDATE',
        [itemId],
      );
      if (task === undefined) throw refusePayment('SUSPENSE_NOT_FOUND');
      if (payment === undefined) throw refusePayment('REFUND_AMOUNT_KNOWN');
      requireActing(principal, payment.payeeId, 'DUE_NOT_YOURS', ['treasurer', 'chair']);
      requireVersion(task.version, version);
      if (task.state !== 'open') throw refusePayment('SUSPENSE_RESOLVED');
      judgeRefunded(payment, amountRp);
      await lookAcross(tx, 'book-payments', () => takeRefunded(tx, payment, amountRp, principal.personId));
    });
  }
}
