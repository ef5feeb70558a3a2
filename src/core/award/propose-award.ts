import { refuseAward } from './refusals.js';
import { afterProposal, type Course, type Move } from './steps/course.js';
import { hasStepRole, requireTurn, type Decider } from './steps/human-steps.js';

/**
 * Judges a proposal: of what the engine computed, by those who act for the organiser.
 *
 *   computed | officer -> proposed; the standstill begins
 *   computed | viewer  -> ONLY_THE_ORGANISER_PROPOSES
 *   proposed | officer -> AWARD_ALREADY_PROPOSED
 *
 * @throws Refusal
 */
export const proposeAward = (course: Course, proposer: Decider, now: Date): Move => {
  if (!hasStepRole('proposal', proposer)) throw refuseAward('ONLY_THE_ORGANISER_PROPOSES');
  if (course.award.state === 'approved') throw refuseAward('AWARD_ALREADY_APPROVED');
  if (course.step?.name !== 'proposal') throw refuseAward('AWARD_ALREADY_PROPOSED');
  requireTurn(course.rules.proposal, course.step, proposer, now);
  return { kind: 'propose', next: afterProposal(course.rules) };
};
