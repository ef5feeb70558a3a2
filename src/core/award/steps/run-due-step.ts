import { afterProposal, unanswered, type Course, type Move, type OpenStep } from './course.js';

/** What was declared for a step that nobody took. */
const byDefault = (course: Course, { name }: OpenStep): Move => {
  switch (name) {
    case 'proposal':
      return { kind: 'propose', next: afterProposal(course.rules) };
    case 'objection':
      return { kind: 'next', next: unanswered(course).length > 0 ? 'answer' : 'approval' };
    case 'answer':
      return { kind: 'fail', reason: 'OBJECTION_NOT_ANSWERED_IN_TIME' };
    case 'approval':
      return { kind: 'fail', reason: 'NOT_APPROVED_IN_TIME' };
    case 'contract':
      return {
        kind: 'replace',
        out: course.bids
          .filter(({ answer }) => answer !== 'signed')
          .map(({ bidId }) => ({ bidId, reason: 'NOT_SIGNED' as const })),
      };
  }
};

/**
 * What time alone brings about: first the deputy is called, then the default happens. Never an approval, and
 * never a judgement of an objection: without people a lot fails, and nobody is bound.
 *
 *   proposal, due 10:00, default 12:00 | 09:59 -> nothing
 *                                      | 10:00 -> call-deputy, once
 *                                      | 12:00 -> propose, by the system
 *
 * @returns undefined when nothing is due.
 */
export const runDueStep = (course: Course, now: Date): Move | undefined => {
  const { step } = course;
  if (step === null || now.getTime() < step.dueAt.getTime()) return undefined;
  if (now.getTime() >= step.defaultAt.getTime()) return byDefault(course, step);
  return step.isDeputyCalled ? undefined : { kind: 'call-deputy' };
};
