import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { LinesReleased } from '../pool.events.js';
import { settleDeposits } from './settle-deposits.js';

/** Lines that bind nobody any more need no deposit. */
@Injectable()
@Consumes('pool.on-lines-released', LinesReleased)
export class OnLinesReleased implements Consumer<{ poolId: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ poolId: string }>): Promise<void> {
    return settleDeposits(tx, payload.poolId, null);
  }
}
