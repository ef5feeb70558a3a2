import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { releaseLotLines } from '../lot/index.js';
import { TenderBegunAnew } from './bid.events.js';

/** Whoever waits for a lot that is tendered anew gets the deposit back meanwhile. */
@Injectable()
@Consumes('bid.on-tender-begun-anew', TenderBegunAnew)
export class OnTenderBegunAnew implements Consumer<{ lotId: string; attempt: number }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ lotId: string; attempt: number }>): Promise<void> {
    return releaseLotLines(tx, payload.lotId, 'TENDERED_ANEW');
  }
}
