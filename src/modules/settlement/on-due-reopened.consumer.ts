import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { DueReopened } from '../payment/index.js';
import { ReleasePaidDrop } from './release-paid-drop.action.js';

interface AboutDue {
  readonly kind: string;
  readonly subjectId: string;
}

@Injectable()
@Consumes('settlement.on-due-reopened', DueReopened)
export class OnDueReopened implements Consumer<AboutDue> {
  constructor(private readonly releasePaidDrop: ReleasePaidDrop) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<AboutDue>): Promise<void> {
    if (payload.kind === 'payment-request') await this.releasePaidDrop.run(tx, payload.subjectId);
  }
}
