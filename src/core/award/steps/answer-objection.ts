import { refuseAward } from '../refusals.js';
import { unanswered, type Course, type Move } from './course.js';
import { hasStepRole, isTurnOf, requireTurn, type Decider } from './human-steps.js';

export interface Answering {
  readonly objectionId: string;
  readonly answer: 'upheld' | 'rejected';
}

export interface Answerer extends Decider {
  /** The parties the person belongs to. */
  readonly partyIds: readonly string[];
}

/** @throws Refusal unless this person may answer now. */
const requireAnswerer = ({ award, step, rules }: Course, answerer: Answerer, now: Date): void => {
  if (!hasStepRole('answer', answerer)) throw refuseAward('ONLY_THE_ORGANISER_ANSWERS');
  if (award.proposedBy === answerer.personId) throw refuseAward('PROPOSER_DOES_NOT_ANSWER');
  if (step?.name === 'answer') requireTurn(rules.answer, step, answerer, now);
  else if (!isTurnOf(rules.answer, answerer.personId, null, now))
    throw refuseAward('ANOTHER_IS_NAMED_FOR_THIS_STEP', { due: step?.dueAt.toISOString() ?? '' });
};

/**
 * Judges the answer to an objection, by a person who did not propose. It may come while the window is still open.
 *
 *   rejected, others wait    | stay
 *   rejected, the last one   | approval begins, if the window is over
 *   upheld against a bid     | the bid is out, the lot is awarded anew among the others
 *   upheld against the award | the lot fails
 *
 * @throws Refusal
 */
export const answerObjection = (
  course: Course,
  { objectionId, answer }: Answering,
  answerer: Answerer,
  now: Date,
): Move => {
  const objection = course.objections.find((each) => each.objectionId === objectionId);
  const isUnderWay = course.step?.name === 'objection' || course.step?.name === 'answer';
  if (objection === undefined) throw refuseAward('OBJECTION_NOT_FOUND');
  requireAnswerer(course, answerer, now);
  if (objection.answer !== null || !isUnderWay) throw refuseAward('OBJECTION_ALREADY_ANSWERED');
  if (answerer.partyIds.includes(objection.partyId)) throw refuseAward('OBJECTOR_DOES_NOT_ANSWER');
  if (answer === 'upheld')
    return objection.bidId === null
      ? { kind: 'fail', reason: 'OBJECTION_UPHELD' }
      : { kind: 'replace', out: [{ bidId: objection.bidId, reason: 'OBJECTION_UPHELD' }] };
  const isLast = unanswered(course).length === 1;
  return isLast && course.step.name === 'answer' ? { kind: 'next', next: 'approval' } : { kind: 'stay' };
};
