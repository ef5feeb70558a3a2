import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { PoolOpened } from '../pool/index.js';
import { CountActivity } from './count-activity.action.js';

@Injectable()
@Consumes('monitoring.on-pool-opened', PoolOpened)
export class OnPoolOpened implements Consumer<{ poolId: string }> {
  constructor(private readonly countActivity: CountActivity) {}

  handle(tx: Tx, event: DeliveredEvent<{ poolId: string }>): Promise<void> {
    return this.countActivity.run(tx, event);
  }
}
