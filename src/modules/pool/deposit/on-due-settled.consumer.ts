import { Injectable } from '@nestjs/common';
import type { DueKind } from '../../../core/payment/dues.js';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { DueSettled } from '../../payment/index.js';
import { DepositStore } from './deposit.store.js';
import { settleDeposits } from './settle-deposits.js';

interface AboutDue {
  readonly dueId: string;
  readonly kind: DueKind;
  readonly subjectId: string;
}

/** A deposit has come: what is too much goes back. */
@Injectable()
@Consumes('pool.on-due-settled', DueSettled)
export class OnDueSettled implements Consumer<AboutDue> {
  private readonly store = new DepositStore();

  async handle(tx: Tx, { payload }: DeliveredEvent<AboutDue>): Promise<void> {
    if (payload.kind !== 'deposit') return;
    const of = await this.store.ofDue(tx, payload.dueId);
    if (of !== undefined) await settleDeposits(tx, of.poolId, of.koperasiId);
  }
}
