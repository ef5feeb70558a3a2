import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { CommitmentAmended } from '../pool.events.js';
import { settleDeposits } from './settle-deposits.js';

/** More asks for more; what is less waits until the close. */
@Injectable()
@Consumes('pool.on-commitment-amended', CommitmentAmended)
export class OnCommitmentAmended implements Consumer<{ poolId: string; koperasiId: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ poolId: string; koperasiId: string }>): Promise<void> {
    return settleDeposits(tx, payload.poolId, payload.koperasiId);
  }
}
