import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { TenderBegunAnew } from '../bid/index.js';
import { CountActivity } from './count-activity.action.js';

@Injectable()
@Consumes('monitoring.on-tender-begun-anew', TenderBegunAnew)
export class OnTenderBegunAnew implements Consumer<{ lotId: string }> {
  constructor(private readonly countActivity: CountActivity) {}

  handle(tx: Tx, event: DeliveredEvent<{ lotId: string }>): Promise<void> {
    return this.countActivity.run(tx, event);
  }
}
