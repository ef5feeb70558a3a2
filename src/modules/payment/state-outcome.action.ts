import { Injectable } from '@nestjs/common';
import { judgeOutcome, type AskedReason, type Outcome } from '../../core/payment/judge-outcome.js';
import type { Sight } from '../../core/payment/advance-payment.js';
import { refusePayment } from '../../core/payment/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { endAsking } from './keep-in-suspense.js';
import { PaymentStore } from './payment.store.js';
import { requireActing } from './require-acting.js';
import { takeRefunded, takeSights } from './take-fact.js';

interface Asked {
  readonly reason: AskedReason;
  readonly state: string;
  readonly version: number;
}

const SIGHTS: Readonly<Record<Exclude<Outcome, 'refunded'>, readonly Sight[]>> = {
  unchanged: [],
  paid: ['settlement'],
  'taken-back': ['deny'],
};

/** The collector says what became of a payment, having looked at the gateway's own pages, where nobody else can. */
@Injectable()
export class StateOutcome {
  private readonly payments = new PaymentStore();

  constructor(private readonly db: Db) {}

  /** @param version of the task, as the caller saw it. */
  run(
    principal: Principal,
    itemId: string,
    outcome: Outcome,
    refundedRp: number,
    version: number,
  ): Promise<void> {
    const { personId } = principal;
    return this.db.transaction(async (tx) => {
      const item = await tx.first<{ paymentId: string }>(
        `SELECT payment_id FROM suspense_item WHERE id = $1 AND reason IN ('refund-unknown', 'unproved')`,
        [itemId],
      );
      // A payment is locked before what lies apart of it, as by whoever hears of it from the gateway.
      const payment = item && (await this.payments.lock(tx, item.paymentId));
      const task = await tx.first<Asked>(
        'SELECT reason, state, version FROM suspense_item WHERE id = $1 FOR UPDATE',
        [itemId],
      );
      if (task === undefined) throw refusePayment('SUSPENSE_NOT_FOUND');
      if (payment === undefined) throw refusePayment('OUTCOME_NOT_ASKED', {}, 'as');
      requireActing(principal, payment.payeeId, 'DUE_NOT_YOURS', ['treasurer', 'chair']);
      requireVersion(task.version, version);
      if (task.state !== 'open') throw refusePayment('SUSPENSE_RESOLVED');
      judgeOutcome(task.reason, payment, outcome, refundedRp);
      await lookAcross(tx, 'book-payments', async () => {
        if (outcome === 'refunded') await takeRefunded(tx, payment, refundedRp, personId);
        else await takeSights(tx, payment, SIGHTS[outcome], payment.fault, personId);
        await endAsking(tx, payment.id, task.reason, personId);
      });
    });
  }
}
