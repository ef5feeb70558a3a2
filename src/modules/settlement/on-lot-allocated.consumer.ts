import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { LotAllocated } from '../allocation/index.js';
import { PriceLot } from './price-lot.action.js';

@Injectable()
@Consumes('settlement.on-lot-allocated', LotAllocated)
export class OnLotAllocated implements Consumer<{ lotId: string }> {
  constructor(private readonly priceLot: PriceLot) {}

  handle(tx: Tx, event: DeliveredEvent<{ lotId: string }>): Promise<void> {
    return this.priceLot.run(tx, event.payload.lotId);
  }
}
