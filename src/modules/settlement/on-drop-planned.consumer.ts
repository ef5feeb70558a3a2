import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { DropPlanned } from '../delivery/index.js';
import { IssuePaymentRequest } from './issue-payment-request.action.js';

@Injectable()
@Consumes('settlement.on-drop-planned', DropPlanned)
export class OnDropPlanned implements Consumer<{ dropId: string }> {
  constructor(private readonly issuePaymentRequest: IssuePaymentRequest) {}

  handle(tx: Tx, event: DeliveredEvent<{ dropId: string }>): Promise<void> {
    return this.issuePaymentRequest.run(tx, event.payload.dropId);
  }
}
