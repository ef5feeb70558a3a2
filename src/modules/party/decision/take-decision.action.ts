import { Inject, Injectable } from '@nestjs/common';
import { refuseDecision } from '../../../core/party/decision/refusals.js';
import { approveDecision, refuseProposal } from '../../../core/party/decision/take-decision.js';
import { wordDecision } from '../../../core/party/decision/word-decision.js';
import { requireLostChair } from '../../../core/party/joining/draft-invitation.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { tellParties } from '../tell-parties.js';
import { InvitationStore } from '../joining/invitation.store.js';
import { applyCapabilities } from './change-capabilities.action.js';
import type { DecisionView, ProposeDecisionRequest } from './decision.dto.js';
import { DecisionApproved } from './decision.events.js';
import { DecisionReader } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import { proposeDecision } from './propose-decision.js';

/** A decision of two people from its proposal to its end. */
@Injectable()
export class TakeDecision {
  private readonly invitations = new InvitationStore();

  constructor(
    private readonly db: Db,
    private readonly store: DecisionStore,
    private readonly reader: DecisionReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  propose({ personId }: Principal, partyId: string, request: ProposeDecisionRequest): Promise<DecisionView> {
    const { kind, subjectId, reason } = request;
    return this.db.transaction(async (tx) => {
      if (kind === 'new-chair') await this.requireLostChair(tx, partyId, subjectId);
      const id = await proposeDecision(tx, personId, {
        ...{ kind, partyId, subjectId, terms: { reason }, hours: this.config.DECISION_HOURS },
      });
      return this.reader.one(tx, personId, id);
    });
  }

  /** The second person agrees: what was decided goes on its way with the event. */
  approve({ personId }: Principal, partyId: string, decisionId: string): Promise<DecisionView> {
    return this.db.transaction(async (tx) => {
      const party = await this.store.lockParty(tx, partyId);
      if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
      const decision = await this.store.lock(tx, partyId, decisionId);
      if (decision === undefined) throw refuseDecision('DECISION_NOT_FOUND');
      const { now, kind, subjectId, terms } = decision;
      approveDecision(
        decision,
        party,
        { personId, roles: await this.store.rolesOf(tx, personId, partyId) },
        now,
      );
      await this.store.markApproved(tx, decisionId, personId);
      await writeAudit(tx, {
        actorId: personId,
        action: 'decision-approved',
        subjectType: 'decision',
        subjectId: decisionId,
        data: { kind, partyId, about: subjectId },
      });
      if (kind === 'capabilities') await applyCapabilities(tx, personId, { ...decision, partyId });
      await record(tx, DecisionApproved.of({ decisionId, kind, partyId, subjectId, terms }));
      return this.reader.one(tx, personId, decisionId);
    });
  }

  private async requireLostChair(tx: Tx, partyId: string, subjectId: string): Promise<void> {
    const organiser = await this.invitations.inviter(tx, partyId);
    if (organiser === undefined) throw refuseParty('PARTY_NOT_FOUND');
    requireLostChair(
      organiser,
      await this.invitations.joined(this.db.across('accept-invitation'), subjectId),
    );
  }

  refuse(
    { personId }: Principal,
    partyId: string,
    decisionId: string,
    reason: string,
  ): Promise<DecisionView> {
    return this.db.transaction(async (tx) => {
      const decision = await this.store.lock(tx, partyId, decisionId);
      if (decision === undefined) throw refuseDecision('DECISION_NOT_FOUND');
      const { now, kind, subjectId } = decision;
      refuseProposal(decision, { roles: await this.store.rolesOf(tx, personId, partyId) }, now);
      await this.store.markRefused(tx, decisionId, personId, reason);
      await writeAudit(tx, {
        actorId: personId,
        action: 'decision-refused',
        subjectType: 'decision',
        subjectId: decisionId,
        data: { kind, partyId, about: subjectId },
      });
      await tellParties(tx, {
        ...{ partyIds: [partyId], kind: 'decision-refused', subjectType: 'decision', subjectId: decisionId },
        data: { decision: wordDecision(kind), reason },
      });
      return this.reader.one(tx, personId, decisionId);
    });
  }
}
