import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { AwardReplaced } from './award.events.js';
import { ComputeLotAward, type GroupResult } from './compute-lot-award.action.js';

interface Payload {
  lotId: string;
  awardId: string;
}

/** Awards a lot anew among the bids that are left; without any it fails. */
@Injectable()
@Consumes('award.on-award-replaced', AwardReplaced)
export class OnAwardReplaced implements Consumer<Payload, GroupResult[]> {
  constructor(private readonly computeLotAward: ComputeLotAward) {}

  prepare({ payload }: DeliveredEvent<Payload>): Promise<GroupResult[]> {
    return this.computeLotAward.computeAnew(payload.lotId);
  }

  async handle(tx: Tx, { payload }: DeliveredEvent<Payload>, groups: GroupResult[]): Promise<void> {
    if (await this.computeLotAward.endWithoutBids(tx, payload.lotId)) return;
    for (const group of groups) await this.computeLotAward.keep(tx, group);
  }
}
