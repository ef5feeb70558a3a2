/** What the award of a lot waits for, as the person sees it who looks at it. */
export type NextMove =
  | 'wait-bids'
  | 'wait-computing'
  | 'propose'
  | 'wait-proposal'
  | 'answer'
  | 'wait-answer'
  | 'wait-standstill'
  | 'endorse'
  | 'approve'
  | 'wait-other'
  | 'wait-chair'
  | 'wait-signing'
  | 'done'
  | 'failed';

export interface AwardScene {
  readonly lotState: string;
  /** Null while nothing has been computed. */
  readonly award: {
    readonly state: string;
    readonly proposedBy: string | null;
    readonly endorsedBy: string | null;
  } | null;
  /** The steps that wait; an objection window that is over may still stand among them. */
  readonly openSteps: readonly { readonly step: string; readonly dueAt: string }[];
  readonly unanswered: number;
  readonly person: { readonly id: string; readonly roles: readonly string[] };
  readonly nowMs: number;
}

const DECIDERS = ['officer', 'treasurer', 'chair'];

/** Of a proposal: answers first, then time, then a second person; the server judges anew (core/award). */
const afterProposal = ({ award, openSteps, unanswered, person, nowMs }: AwardScene): NextMove => {
  const { proposedBy = null, endorsedBy = null } = award ?? {};
  const decides = person.roles.some((role) => DECIDERS.includes(role));
  if (unanswered > 0) return decides && proposedBy !== person.id ? 'answer' : 'wait-answer';
  const isStanding = openSteps.some(({ step, dueAt }) => step === 'objection' && Date.parse(dueAt) > nowMs);
  if (isStanding) return 'wait-standstill';
  if (proposedBy === person.id || endorsedBy === person.id) return 'wait-other';
  // What the system proposed takes two people, of whom one is a chair, in either order.
  if (proposedBy === null) return !decides ? 'wait-chair' : endorsedBy === null ? 'endorse' : 'approve';
  return person.roles.includes('chair') ? 'approve' : 'wait-chair';
};

/**
 * What comes next:
 *
 *   opened, computed, officer              | propose
 *   proposed, window open                  | wait-standstill
 *   proposed, objection without answer     | answer, by another than the proposer
 *   proposed by another, window over       | approve, by a chair
 */
export const nextMove = (scene: AwardScene): NextMove => {
  const { lotState, award, person } = scene;
  if (lotState === 'bidding') return 'wait-bids';
  if (lotState === 'failed') return 'failed';
  if (lotState === 'awarded') return 'wait-signing';
  if (lotState !== 'opened') return 'done';
  if (award === null || award.state === 'replaced') return 'wait-computing';
  if (award.state === 'computed')
    return person.roles.some((role) => DECIDERS.includes(role)) ? 'propose' : 'wait-proposal';
  if (award.state === 'approved') return 'wait-signing';
  return afterProposal(scene);
};
