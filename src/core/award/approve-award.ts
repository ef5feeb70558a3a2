import { refuseAward } from './refusals.js';
import { timesOf, unanswered, type Course, type Move, type OpenStep } from './steps/course.js';
import { hasStepRole, isTurnOf, requireInTime, requireTurn, type Decider } from './steps/human-steps.js';

/** What the system proposed needs two who agree, of whom one may be anybody who could have proposed. */
const isSystems = ({ award }: Course): boolean => award.state !== 'computed' && award.proposedBy === null;

/**
 * The approval that waits; where the worker has not come by yet, the one that begins with the window's end.
 * @throws Refusal unless the standstill is over and every objection is answered
 */
const approvalOf = (course: Course, approver: Decider, now: Date): OpenStep => {
  const { award, step, rules } = course;
  if (award.state === 'approved') throw refuseAward('AWARD_ALREADY_APPROVED');
  if (award.state === 'computed' || step === null) throw refuseAward('AWARD_NOT_PROPOSED_YET');
  if (award.proposedBy === approver.personId) throw refuseAward('NOBODY_APPROVES_THEIR_OWN_PROPOSAL');
  if (award.endorsedBy === approver.personId) throw refuseAward('NOBODY_APPROVES_TWICE');
  if (step.name === 'objection' && now.getTime() < step.dueAt.getTime())
    throw refuseAward('STANDSTILL_NOT_OVER_YET', { until: step.dueAt.toISOString() });
  if (unanswered(course).length > 0) throw refuseAward('OBJECTION_NOT_ANSWERED_YET');
  if (step.name === 'approval') return step;
  return { name: 'approval', isDeputyCalled: false, ...timesOf('approval', rules, step.dueAt) };
};

/**
 * Judges an approval. Two people always, one of them a chair, also where one person holds both roles: whoever
 * proposed and a chair; or, where the system proposed, two who agree. An award of nothing is approved too:
 * somebody must own up that the lot failed.
 *
 *   proposed by Ani, 30 packs         | chair Budi   -> approved; suppliers sign
 *   proposed by Ani, 0 packs          | chair Budi   -> failed, NO_ADMISSIBLE_BID
 *   proposed by Ani                   | chair Ani    -> NOBODY_APPROVES_THEIR_OWN_PROPOSAL
 *   by the system                     | officer Cici -> endorsed: a chair is still needed
 *   by the system, endorsed by Cici   | chair Budi   -> approved
 *   by the system, by Budi as a chair | officer Cici -> approved
 *
 * @throws Refusal
 */
export const approveAward = (course: Course, approver: Decider, now: Date): Move => {
  const { award, rules } = course;
  const isChair = hasStepRole('approval', approver);
  const maySecond = isSystems(course) && hasStepRole('proposal', approver);
  if (!isChair && !maySecond) throw refuseAward('ONLY_THE_CHAIR_APPROVES');
  const step = approvalOf(course, approver, now);
  const isApprover = isChair && isTurnOf(rules.approval, approver.personId, step.dueAt, now);
  // The time to propose is over, so its deputy may second as its holder may.
  const isSeconder = maySecond && isTurnOf(rules.proposal, approver.personId, now, now);
  if (isSeconder) requireInTime(step, now);
  else requireTurn(rules.approval, step, approver, now);
  if (isSystems(course) && award.endorsedBy === null) return { kind: 'endorse', asChair: isApprover };
  if (!isApprover && !award.isEndorsedByChair) throw refuseAward('ONLY_THE_CHAIR_APPROVES');
  return award.awardedPacks > 0
    ? { kind: 'approve', next: 'contract' }
    : { kind: 'approve-nothing', reason: 'NO_ADMISSIBLE_BID' };
};
