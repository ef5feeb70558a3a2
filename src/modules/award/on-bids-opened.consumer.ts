import { Injectable } from '@nestjs/common';
import type { LotAward } from '../../core/award/lot-to-award.js';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { BidsOpened } from '../bid/index.js';
import { ComputeLotAward } from './compute-lot-award.action.js';

interface Payload {
  lotId: string;
  bidCount: number;
}

@Injectable()
@Consumes('award.on-bids-opened', BidsOpened)
export class OnBidsOpened implements Consumer<Payload, LotAward | null> {
  constructor(private readonly computeLotAward: ComputeLotAward) {}

  prepare(event: DeliveredEvent<Payload>): Promise<LotAward | null> {
    return this.computeLotAward.compute(event.payload.lotId);
  }

  async handle(tx: Tx, _event: DeliveredEvent<Payload>, award: LotAward | null): Promise<void> {
    if (award !== null) await this.computeLotAward.keep(tx, award);
  }
}
