import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { InvoiceIssued } from '../settlement/index.js';
import { CountActivity } from './count-activity.action.js';

@Injectable()
@Consumes('monitoring.on-invoice-issued', InvoiceIssued)
export class OnInvoiceIssued implements Consumer<{ invoiceId: string }> {
  constructor(private readonly countActivity: CountActivity) {}

  handle(tx: Tx, event: DeliveredEvent<{ invoiceId: string }>): Promise<void> {
    return this.countActivity.run(tx, event);
  }
}
