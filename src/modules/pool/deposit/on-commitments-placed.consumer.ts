import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { CommitmentsPlaced } from '../pool.events.js';
import { settleDeposits } from './settle-deposits.js';

/** What was ordered asks for a deposit. */
@Injectable()
@Consumes('pool.on-commitments-placed', CommitmentsPlaced)
export class OnCommitmentsPlaced implements Consumer<{ poolId: string; koperasiId: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ poolId: string; koperasiId: string }>): Promise<void> {
    return settleDeposits(tx, payload.poolId, payload.koperasiId);
  }
}
