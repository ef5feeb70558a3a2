import { Injectable } from '@nestjs/common';
import { clearedPostings } from '../../core/payment/make-journals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { postJournal } from '../ledger/index.js';
import { PaymentStore, type LockedPayment } from './payment.store.js';

const AT_ONCE = 100;
const store = new PaymentStore();

/** Moves a firm payment's money from the transit account to where it stands for good. The caller holds its lock. */
export const clearPayment = async (tx: Tx, payment: LockedPayment): Promise<void> => {
  await postJournal(tx, {
    ...{ businessKey: `payment:${payment.id}:cleared`, kind: 'payment-cleared', effectiveAt: payment.firmAt },
    postings: clearedPostings(payment.payeeId, payment.amountRp),
  });
  await store.update(tx, { ...payment, clearedAt: payment.now });
  await writeAudit(tx, {
    ...{ actorId: null, action: 'payment-cleared', subjectType: 'payment', subjectId: payment.id },
  });
};

/** Clears payments once their channels take nothing back any more. */
@Injectable()
@RunsWhenDue('payment.clear-payments')
export class ClearPayments implements Scheduled {
  constructor(private readonly db: Db) {}

  /** @returns how many were cleared. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => store.dueToClear(this.db, limit),
      atOnce: AT_ONCE,
      take: (paymentId) => this.clear(paymentId),
      failing: 'payments could not be cleared',
    });
  }

  private clear(paymentId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const payment = await store.claimClearing(tx, paymentId);
      if (payment === undefined) return false;
      await clearPayment(tx, payment);
      return true;
    });
  }
}
