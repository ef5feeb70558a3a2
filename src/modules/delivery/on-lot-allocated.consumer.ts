import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { LotAllocated } from '../allocation/index.js';
import { PlanDrops } from './plan-drops.action.js';

@Injectable()
@Consumes('delivery.on-lot-allocated', LotAllocated)
export class OnLotAllocated implements Consumer<{ lotId: string }> {
  constructor(private readonly planDrops: PlanDrops) {}

  handle(tx: Tx, event: DeliveredEvent<{ lotId: string }>): Promise<void> {
    return this.planDrops.run(tx, event.payload.lotId);
  }
}
