import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { CommitmentAmended } from '../pool/index.js';
import { CountActivity } from './count-activity.action.js';

@Injectable()
@Consumes('monitoring.on-commitment-amended', CommitmentAmended)
export class OnCommitmentAmended implements Consumer<{ poolId: string }> {
  constructor(private readonly countActivity: CountActivity) {}

  handle(tx: Tx, event: DeliveredEvent<{ poolId: string }>): Promise<void> {
    return this.countActivity.run(tx, event);
  }
}
