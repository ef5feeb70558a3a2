import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { PoolCancelled } from '../pool/index.js';
import { FormLots } from './form-lots.action.js';

@Injectable()
@Consumes('lot.on-pool-cancelled', PoolCancelled)
export class OnPoolCancelled implements Consumer<{ poolId: string }> {
  constructor(private readonly formLots: FormLots) {}

  handle(tx: Tx, event: DeliveredEvent<{ poolId: string }>): Promise<void> {
    return this.formLots.run(tx, event.payload.poolId);
  }
}
