import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { CommitmentWithdrawn } from '../pool.events.js';
import { settleDeposits } from './settle-deposits.js';

/** A deposit goes back once nothing is ordered any more. */
@Injectable()
@Consumes('pool.on-commitment-withdrawn', CommitmentWithdrawn)
export class OnCommitmentWithdrawn implements Consumer<{ poolId: string; koperasiId: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ poolId: string; koperasiId: string }>): Promise<void> {
    return settleDeposits(tx, payload.poolId, payload.koperasiId);
  }
}
