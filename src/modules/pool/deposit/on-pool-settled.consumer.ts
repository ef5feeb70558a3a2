import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { PoolSettled } from '../pool.events.js';
import { settleDeposits } from './settle-deposits.js';

/** All is invoiced: what no invoice took goes back. */
@Injectable()
@Consumes('pool.on-pool-settled', PoolSettled)
export class OnPoolSettled implements Consumer<{ poolId: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ poolId: string }>): Promise<void> {
    return settleDeposits(tx, payload.poolId, null);
  }
}
