import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { PoolCancelled } from '../pool.events.js';
import { settleDeposits } from './settle-deposits.js';

/** Nothing is bought: all deposits go back. */
@Injectable()
@Consumes('pool.on-pool-cancelled', PoolCancelled)
export class OnPoolCancelled implements Consumer<{ poolId: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ poolId: string }>): Promise<void> {
    return settleDeposits(tx, payload.poolId, null);
  }
}
