import { Injectable } from '@nestjs/common';
import type { DecisionKind } from '../../../core/party/decision/take-decision.js';
import { wordDecision } from '../../../core/party/decision/word-decision.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { DecisionApproved } from './decision.events.js';
import { tellParties } from '../tell-parties.js';

interface Approved {
  readonly decisionId: string;
  readonly kind: DecisionKind;
  readonly partyId: string;
}

/** Tells the party that decided; whatever else comes of a decision, the stage does whose subject it is. */
@Injectable()
@Consumes('party.on-decision-approved', DecisionApproved)
export class OnDecisionApproved implements Consumer<Approved> {
  async handle(tx: Tx, { payload }: DeliveredEvent<Approved>): Promise<void> {
    const { decisionId, kind, partyId } = payload;
    await writeAudit(tx, {
      ...{ actorId: null, action: 'decision-told', subjectType: 'decision', subjectId: decisionId },
      data: { kind, partyId },
    });
    await tellParties(tx, {
      ...{ partyIds: [partyId], kind: 'decision-approved', subjectType: 'decision', subjectId: decisionId },
      data: { decision: wordDecision(kind) },
    });
  }
}
