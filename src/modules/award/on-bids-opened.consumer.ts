import { Injectable } from '@nestjs/common';
import type { LotAward } from '../../core/award/lot-to-award.js';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { BidsOpened } from '../bid/index.js';
import { advanceLot } from '../lot/index.js';
import { ComputeLotAward } from './compute-lot-award.action.js';

interface Payload {
  lotId: string;
  bidCount: number;
}

/** Why a lot fails whose amounts no double holds exactly: trying again would not help, and its pool must end. */
const OUT_OF_BOUNDS = 'AMOUNTS_OUT_OF_BOUNDS';

@Injectable()
@Consumes('award.on-bids-opened', BidsOpened)
export class OnBidsOpened implements Consumer<Payload, LotAward | typeof OUT_OF_BOUNDS | null> {
  constructor(private readonly computeLotAward: ComputeLotAward) {}

  async prepare(event: DeliveredEvent<Payload>): Promise<LotAward | typeof OUT_OF_BOUNDS | null> {
    try {
      return await this.computeLotAward.compute(event.payload.lotId);
    } catch (error) {
      if (error instanceof RangeError) return OUT_OF_BOUNDS;
      throw error;
    }
  }

  async handle(
    tx: Tx,
    { payload }: DeliveredEvent<Payload>,
    award: LotAward | typeof OUT_OF_BOUNDS | null,
  ): Promise<void> {
    if (award === OUT_OF_BOUNDS) await advanceLot(tx, payload.lotId, 'failed', { reason: OUT_OF_BOUNDS });
    else if (award !== null) await this.computeLotAward.keep(tx, award);
  }
}
