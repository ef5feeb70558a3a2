import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { DecisionApproved } from '../party/index.js';
import { EndBidding } from './end-bidding.action.js';

interface Approved {
  readonly decisionId: string;
  readonly kind: string;
  readonly partyId: string;
  /** For an early opening the lot. */
  readonly subjectId: string;
}

/** Two people of an organiser agreed to open a lot's bids early. */
@Injectable()
@Consumes('bid.on-decision-approved', DecisionApproved)
export class OnDecisionApproved implements Consumer<Approved> {
  constructor(private readonly endBidding: EndBidding) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<Approved>): Promise<void> {
    const { decisionId, kind, partyId, subjectId } = payload;
    if (kind === 'early-opening') await this.endBidding.run(tx, partyId, subjectId, decisionId);
  }
}
