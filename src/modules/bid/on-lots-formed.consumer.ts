import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { LotsFormed } from '../lot/index.js';
import { OpenTenders } from './open-tenders.action.js';

interface Payload {
  poolId: string;
  lotIds: string[];
}

@Injectable()
@Consumes('bid.on-lots-formed', LotsFormed)
export class OnLotsFormed implements Consumer<Payload> {
  constructor(private readonly openTenders: OpenTenders) {}

  handle(tx: Tx, event: DeliveredEvent<Payload>): Promise<void> {
    return this.openTenders.run(tx, event.payload.lotIds);
  }
}
