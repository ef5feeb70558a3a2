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

/** Lots that nobody bids for are awarded as soon as they are formed; in one order, for each is locked. */
@Injectable()
@Consumes('award.on-lots-formed', LotsFormed)
export class OnLotsFormed implements Consumer<Payload> {
  constructor(private readonly distributeLot: DistributeLot) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<Payload>): Promise<void> {
    for (const lotId of [...payload.lotIds].sort()) await this.distributeLot.run(tx, lotId);
  }
}
