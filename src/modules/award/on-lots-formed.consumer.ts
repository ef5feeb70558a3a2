import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { LotsFormed } from '../lot/index.js';
import { DistributeLot } from './distribute-lot.action.js';

interface Payload {
  poolId: string;
  lotIds: string[];
}

/** Lots that nobody bids for are awarded as soon as they are formed. */
@Injectable()
@Consumes('award.on-lots-formed', LotsFormed)
export class OnLotsFormed implements Consumer<Payload> {
  constructor(private readonly distributeLot: DistributeLot) {}

  handle(tx: Tx, { payload }: DeliveredEvent<Payload>): Promise<void> {
    return this.distributeLot.runAll(tx, payload.lotIds);
  }
}
