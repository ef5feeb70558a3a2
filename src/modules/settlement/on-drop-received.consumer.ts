import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { DropReceived } from '../delivery/index.js';
import { IssueInvoice } from './issue-invoice.action.js';

@Injectable()
@Consumes('settlement.on-drop-received', DropReceived)
export class OnDropReceived implements Consumer<{ dropId: string }> {
  constructor(private readonly issueInvoice: IssueInvoice) {}

  handle(tx: Tx, event: DeliveredEvent<{ dropId: string }>): Promise<void> {
    return this.issueInvoice.run(tx, event.payload.dropId);
  }
}
