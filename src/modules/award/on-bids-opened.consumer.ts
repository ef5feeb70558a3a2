import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { BidsOpened } from '../bid/index.js';
import { AwardStore } from './award.store.js';
import { ComputeLotAward, type GroupResult } from './compute-lot-award.action.js';

interface Payload {
  lotId: string;
  bidCount: number;
}

/** Also for a lot without bids: it may be the last that others waited for. */
@Injectable()
@Consumes('award.on-bids-opened', BidsOpened)
export class OnBidsOpened implements Consumer<Payload, GroupResult[]> {
  constructor(
    private readonly computeLotAward: ComputeLotAward,
    private readonly store: AwardStore,
  ) {}

  prepare(event: DeliveredEvent<Payload>): Promise<GroupResult[]> {
    return this.computeLotAward.compute(event.payload.lotId);
  }

  async handle(tx: Tx, _event: DeliveredEvent<Payload>, groups: GroupResult[]): Promise<void> {
    // The lots of all groups, for one group that fails locks its pool, and lots are locked before pools.
    await this.store.lockLots(
      tx,
      groups.flatMap(({ lotIds }) => lotIds),
    );
    for (const group of groups) await this.computeLotAward.keep(tx, group);
  }
}
