import { aCourse, after, aStep, START } from '../../../test/support/given-course.js';
import { standardSteps } from '../pool/declare-steps.js';
import { proposeAward } from './propose-award.js';
import type { Course } from './steps/course.js';

const person = (...roles: string[]) => ({ personId: 'ani', roles });
const inState = (state: 'proposed' | 'approved'): Course =>
  aCourse({
    award: { ...aCourse().award, state, proposedBy: 'budi' },
    step: aStep(state === 'proposed' ? 'approval' : 'contract'),
  });

describe('proposing an award', () => {
  it.each(['officer', 'treasurer', 'chair'])('is for the %s of the organiser', (role) => {
    expect(proposeAward(aCourse(), person('viewer', role), START)).toEqual({
      kind: 'propose',
      next: 'objection',
    });
  });

  it('leads to approval at once where the pool declared no standstill', () => {
    const rules = { ...standardSteps, objection: { ...standardSteps.objection, dueS: 0 } };
    expect(proposeAward(aCourse({ rules }), person('officer'), START)).toMatchObject({ next: 'approval' });
  });

  it('is not for others', () => {
    for (const roles of [[], ['viewer'], ['warehouse']])
      expect(() => proposeAward(aCourse(), person(...roles), START)).toThrow('ONLY_THE_ORGANISER_PROPOSES');
  });

  it('happens once', () => {
    expect(() => proposeAward(inState('proposed'), person('chair'), START)).toThrow('AWARD_ALREADY_PROPOSED');
    expect(() => proposeAward(inState('approved'), person('chair'), START)).toThrow('AWARD_ALREADY_APPROVED');
  });

  it('is for its holder until due, then for the deputy too, and for nobody once the system proposes', () => {
    const rules = {
      ...standardSteps,
      proposal: { dueS: 60, holderId: 'budi', deputyId: 'ani', deputyS: 60 },
    };
    const named = aCourse({ rules });
    expect(() => proposeAward(named, person('officer'), after(59))).toThrow('ANOTHER_IS_NAMED_FOR_THIS_STEP');
    expect(proposeAward(named, person('officer'), after(60))).toMatchObject({ kind: 'propose' });
    expect(() => proposeAward(named, person('officer'), after(120))).toThrow('STEP_IS_OVER');
  });
});
