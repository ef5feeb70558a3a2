import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { DecisionApproved } from '../party/index.js';
import { ApprovePayout } from './approve-payout.action.js';

interface Approved {
  readonly decisionId: string;
  readonly kind: string;
  readonly subjectId: string;
}

@Injectable()
@Consumes('payout.on-decision-approved', DecisionApproved)
export class OnDecisionApproved implements Consumer<Approved> {
  constructor(private readonly approvePayout: ApprovePayout) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<Approved>): Promise<void> {
    if (payload.kind === 'payout') await this.approvePayout.run(tx, payload.subjectId, payload.decisionId);
  }
}
