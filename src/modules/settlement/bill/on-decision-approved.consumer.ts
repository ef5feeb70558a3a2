import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { DecisionApproved } from '../../party/index.js';
import { AcceptDifference } from './accept-difference.action.js';

interface Approved {
  readonly kind: string;
  readonly subjectId: string;
}

/** Two people of an organiser agreed to pay what a bill asks for above what agrees; other payouts are other stages'. */
@Injectable()
@Consumes('settlement.on-decision-approved', DecisionApproved)
export class OnDecisionApproved implements Consumer<Approved> {
  constructor(private readonly accepting: AcceptDifference) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<Approved>): Promise<void> {
    if (payload.kind === 'payout') await this.accepting.approve(tx, payload.subjectId);
  }
}
