import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { AwardReplaced } from './award.events.js';
import { ComputeLotAward } from './compute-lot-award.action.js';
import { OnBidsOpened, type Prepared } from './on-bids-opened.consumer.js';

interface Payload {
  lotId: string;
  awardId: string;
}

/** Awards a lot anew among the bids that are left; without any it fails. */
@Injectable()
@Consumes('award.on-award-replaced', AwardReplaced)
export class OnAwardReplaced implements Consumer<Payload, Prepared> {
  constructor(
    private readonly first: OnBidsOpened,
    private readonly computeLotAward: ComputeLotAward,
  ) {}

  prepare({ payload }: DeliveredEvent<Payload>): Promise<Prepared> {
    return this.first.compute(payload.lotId);
  }

  async handle(tx: Tx, { payload }: DeliveredEvent<Payload>, prepared: Prepared): Promise<void> {
    if (await this.computeLotAward.endWithoutBids(tx, payload.lotId)) return;
    await this.first.keep(tx, payload.lotId, prepared);
  }
}
