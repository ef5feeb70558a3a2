import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { ConsignmentMoved } from '../settlement.events.js';
import { SettleConsignment } from './settle-consignment.action.js';

@Injectable()
@Consumes('settlement.on-consignment-moved', ConsignmentMoved)
export class OnConsignmentMoved implements Consumer<{ dropId: string }> {
  constructor(private readonly settle: SettleConsignment) {}

  async handle(tx: Tx, event: DeliveredEvent<{ dropId: string }>): Promise<void> {
    await this.settle.run(tx, event.payload.dropId);
  }
}
