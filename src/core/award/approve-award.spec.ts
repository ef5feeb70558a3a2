import { aCourse, after, anObjection, aStep, START } from '../../../test/support/given-course.js';
import { standardSteps } from '../pool/declare-steps.js';
import { approveAward } from './approve-award.js';
import type { Course } from './steps/course.js';

const awardOf = (changed: Partial<Course['award']>): Course['award'] => ({
  ...aCourse().award,
  state: 'proposed',
  proposedBy: 'ani',
  ...changed,
});
const proposed = aCourse({ award: awardOf({}), step: aStep('approval') });
const byTheSystem = aCourse({ award: awardOf({ proposedBy: null }), step: aStep('approval') });
const budi = { personId: 'budi', roles: ['chair'] };
const cici = { personId: 'cici', roles: ['officer'] };

describe('approving an award', () => {
  it('takes a second person, a chair', () => {
    expect(approveAward(proposed, budi, START)).toEqual({ kind: 'approve', next: 'contract' });
  });

  it('is refused to the proposer, who may be a chair', () => {
    expect(() => approveAward(proposed, { personId: 'ani', roles: ['officer', 'chair'] }, START)).toThrow(
      'NOBODY_APPROVES_THEIR_OWN_PROPOSAL',
    );
  });

  it('is refused to anyone but a chair', () => {
    for (const roles of [[], ['officer', 'treasurer']])
      expect(() => approveAward(proposed, { personId: 'budi', roles }, START)).toThrow(
        'ONLY_THE_CHAIR_APPROVES',
      );
  });

  it('needs a proposal and happens once', () => {
    expect(() => approveAward(aCourse(), budi, START)).toThrow('AWARD_NOT_PROPOSED_YET');
    const approved = aCourse({ award: awardOf({ state: 'approved' }), step: aStep('contract') });
    expect(() => approveAward(approved, budi, START)).toThrow('AWARD_ALREADY_APPROVED');
  });

  it('of nothing fails the lot with its reason', () => {
    expect(approveAward({ ...proposed, award: awardOf({ awardedPacks: 0 }) }, budi, START)).toEqual({
      kind: 'approve-nothing',
      reason: 'NO_ADMISSIBLE_BID',
    });
  });

  it('of what the system proposed takes two people, of whom one is a chair, in either order', () => {
    expect(approveAward(byTheSystem, cici, START)).toEqual({ kind: 'endorse', asChair: false });
    expect(approveAward(byTheSystem, budi, START)).toEqual({ kind: 'endorse', asChair: true });
    const endorsedBy = (personId: string, isEndorsedByChair: boolean): Course => ({
      ...byTheSystem,
      award: awardOf({ proposedBy: null, endorsedBy: personId, isEndorsedByChair }),
    });
    expect(approveAward(endorsedBy('cici', false), budi, START)).toMatchObject({ kind: 'approve' });
    expect(approveAward(endorsedBy('budi', true), cici, START)).toMatchObject({ kind: 'approve' });
    expect(() => approveAward(endorsedBy('budi', true), budi, START)).toThrow('NOBODY_APPROVES_TWICE');
    expect(() =>
      approveAward(endorsedBy('dodi', false), { personId: 'cici', roles: ['treasurer'] }, START),
    ).toThrow('ONLY_THE_CHAIR_APPROVES');
  });

  it('waits for the end of the standstill, by the clock, and for the answer to every objection', () => {
    const standing = aCourse({ award: awardOf({}), step: aStep('objection') });
    const end = standardSteps.objection.dueS;
    expect(() => approveAward(standing, budi, after(end - 1))).toThrow('STANDSTILL_NOT_OVER_YET');
    expect(approveAward(standing, budi, after(end))).toMatchObject({ kind: 'approve' });
    expect(() => approveAward({ ...standing, objections: [anObjection()] }, budi, after(end))).toThrow(
      'OBJECTION_NOT_ANSWERED_YET',
    );
    expect(
      approveAward({ ...standing, objections: [anObjection({ answer: 'rejected' })] }, budi, after(end)),
    ).toMatchObject({ kind: 'approve' });
  });

  it('comes too late once its default is due, also before the worker comes by', () => {
    const { dueS } = standardSteps.approval;
    expect(approveAward(proposed, budi, after(dueS - 1))).toMatchObject({ kind: 'approve' });
    expect(() => approveAward(proposed, budi, after(dueS))).toThrow('STEP_IS_OVER');
    const standing = aCourse({ award: awardOf({}), step: aStep('objection') });
    expect(() => approveAward(standing, budi, after(standardSteps.objection.dueS + dueS))).toThrow(
      'STEP_IS_OVER',
    );
  });

  it('is for its holder alone until it is due, then for the deputy too', () => {
    const rules = {
      ...standardSteps,
      approval: { dueS: 60, holderId: 'budi', deputyId: 'eka', deputyS: 60 },
    };
    const named = aCourse({ award: awardOf({}), rules, step: aStep('approval', rules) });
    const eka = { personId: 'eka', roles: ['chair'] };
    const fitri = { personId: 'fitri', roles: ['chair'] };
    expect(approveAward(named, budi, after(59))).toMatchObject({ kind: 'approve' });
    expect(() => approveAward(named, eka, after(59))).toThrow('ANOTHER_IS_NAMED_FOR_THIS_STEP');
    expect(approveAward(named, eka, after(60))).toMatchObject({ kind: 'approve' });
    expect(() => approveAward(named, fitri, after(60))).toThrow('ANOTHER_IS_NAMED_FOR_THIS_STEP');
    expect(() => approveAward(named, eka, after(120))).toThrow('STEP_IS_OVER');
    // What the system proposed can be approved although one chair alone is named.
    const systems = { ...named, award: awardOf({ proposedBy: null }) };
    expect(approveAward(systems, cici, after(1))).toEqual({ kind: 'endorse', asChair: false });
    expect(approveAward(systems, fitri, after(1))).toEqual({ kind: 'endorse', asChair: false });
  });
});
