import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { LotFailed } from './lot.events.js';
import { releaseLotLines } from './release-lot-lines.js';

/** Nothing is bought: its lines bind nobody any more. */
@Injectable()
@Consumes('lot.on-lot-failed', LotFailed)
export class OnLotFailed implements Consumer<{ lotId: string; reason: string }> {
  handle(tx: Tx, { payload }: DeliveredEvent<{ lotId: string; reason: string }>): Promise<void> {
    return releaseLotLines(tx, payload.lotId, 'LOT_FAILED');
  }
}
