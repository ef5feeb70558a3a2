import { refuseParty } from '../../../core/party/refusals.js';
import {
  proposeDecision as judgeProposal,
  type DecisionKind,
} from '../../../core/party/decision/take-decision.js';
import { wordDecision } from '../../../core/party/decision/word-decision.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { tellParties } from '../tell-parties.js';
import { DecisionStore, type DecisionTerms } from './decision.store.js';

const store = new DecisionStore();

export interface Proposal {
  readonly kind: DecisionKind;
  readonly partyId: string;
  readonly subjectId: string;
  readonly terms: DecisionTerms;
  /** Until it expires. */
  readonly hours: number;
}

/**
 * Proposes what two people of a party must agree to, in the caller's transaction: it binds nobody until another
 * person approves.
 *
 * @returns the decision's id. @throws Refusal
 */
export const proposeDecision = async (tx: Tx, personId: string, proposal: Proposal): Promise<string> => {
  const { kind, partyId, subjectId } = proposal;
  const party = await store.lockParty(tx, partyId);
  if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
  const isWaiting = await store.isWaiting(tx, kind, partyId, subjectId);
  const roles = await store.rolesOf(tx, personId, partyId);
  judgeProposal(kind, party, { roles }, isWaiting);
  const id = newId();
  const until = await store.insert(tx, { ...proposal, id, proposedBy: personId });
  await writeAudit(tx, {
    actorId: personId,
    action: 'decision-proposed',
    subjectType: 'decision',
    subjectId: id,
    data: { kind, partyId, about: subjectId },
  });
  await tellParties(tx, {
    ...{ partyIds: [partyId], kind: 'decision-proposed', subjectType: 'decision', subjectId: id },
    data: { decision: wordDecision(kind), until: until.toISOString() },
  });
  return id;
};
