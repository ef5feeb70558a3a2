import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { DecisionApproved } from '../party/index.js';
import { ProposeRefund } from './propose-refund.action.js';
import { ResolveSuspense } from './resolve-suspense.action.js';
import { StateOutcome } from './state-outcome.action.js';

interface Approved {
  readonly decisionId: string;
  readonly kind: string;
  readonly subjectId: string;
}

/**
 * Two people agreed that money leaves, by a refund or as what is owed back, or what became of a payment. Other payouts
 * are other stages'.
 */
@Injectable()
@Consumes('payment.on-decision-approved', DecisionApproved)
export class OnDecisionApproved implements Consumer<Approved> {
  constructor(
    private readonly refunding: ProposeRefund,
    private readonly suspense: ResolveSuspense,
    private readonly outcomes: StateOutcome,
  ) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<Approved>): Promise<void> {
    const { kind, subjectId, decisionId } = payload;
    if (kind === 'payment-outcome') await this.outcomes.approve(tx, subjectId, decisionId);
    if (kind !== 'payout') return;
    if (await this.refunding.approve(tx, subjectId)) return;
    await this.suspense.giveBack(tx, subjectId, decisionId);
  }
}
