import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { BidsOpened } from '../bid/index.js';
import { advanceLot } from '../lot/index.js';
import { ComputeLotAward, type ComputedAward } from './compute-lot-award.action.js';

interface Payload {
  lotId: string;
  bidCount: number;
}

/** Why a lot fails whose amounts no double holds exactly: trying again would not help, and its pool must end. */
const OUT_OF_BOUNDS = 'AMOUNTS_OUT_OF_BOUNDS';

/** Null: the lot awaits no award. */
export type Prepared = ComputedAward | typeof OUT_OF_BOUNDS | null;

@Injectable()
@Consumes('award.on-bids-opened', BidsOpened)
export class OnBidsOpened implements Consumer<Payload, Prepared> {
  constructor(private readonly computeLotAward: ComputeLotAward) {}

  prepare({ payload }: DeliveredEvent<Payload>): Promise<Prepared> {
    return this.compute(payload.lotId);
  }

  handle(tx: Tx, { payload }: DeliveredEvent<Payload>, prepared: Prepared): Promise<void> {
    return this.keep(tx, payload.lotId, prepared);
  }

  async compute(lotId: string): Promise<Prepared> {
    try {
      return await this.computeLotAward.compute(lotId);
    } catch (error) {
      if (error instanceof RangeError) return OUT_OF_BOUNDS;
      throw error;
    }
  }

  async keep(tx: Tx, lotId: string, prepared: Prepared): Promise<void> {
    if (prepared === OUT_OF_BOUNDS) await advanceLot(tx, lotId, 'failed', { reason: OUT_OF_BOUNDS });
    else if (prepared !== null) await this.computeLotAward.keep(tx, prepared);
  }
}
