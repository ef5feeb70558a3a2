import { dropSuspended } from './drop-suspended.js';
import { aCourse, after, anObjection, aStep, START } from '../../../../test/support/given-course.js';
import { standardSteps, stepRoles } from '../../pool/declare-steps.js';
import { answerObjection } from './answer-objection.js';
import type { Course } from './course.js';
import { humanSteps } from './human-steps.js';
import { objectToAward } from './object-to-award.js';
import { runDueStep } from './run-due-step.js';
import { signContract } from './sign-contract.js';

const award = { ...aCourse().award, state: 'proposed' as const, proposedBy: 'ani' };
const standing = (changed: Partial<Course> = {}): Course =>
  aCourse({ award, step: aStep('objection'), ...changed });
const answering = (changed: Partial<Course> = {}): Course =>
  standing({ step: aStep('answer'), objections: [anObjection()], ...changed });
const approved = (changed: Partial<Course> = {}): Course =>
  aCourse({
    lotState: 'awarded',
    award: { ...award, state: 'approved' },
    step: aStep('contract'),
    ...changed,
  });
const objecting = { partyId: 'koperasi', isConcerned: true, bidId: null, reason: 'harga' };
const budi = { personId: 'budi', roles: ['treasurer'], partyIds: ['organiser'] };

describe('the human steps', () => {
  it('each say in both languages who takes them and what happens when nobody does', () => {
    for (const step of Object.values(humanSteps))
      for (const { id, en } of [step.title, step.byDefault]) expect([id, en]).not.toContain('');
    expect(stepRoles.approval).toEqual(['chair']);
  });
});

describe('objecting to an award', () => {
  it('is for those concerned, until the end of the window', () => {
    const end = standardSteps.objection.dueS;
    expect(objectToAward(standing(), objecting, after(end - 1))).toBeUndefined();
    expect(() => objectToAward(standing(), objecting, after(end))).toThrow('NO_OBJECTION_WINDOW_OPEN');
    expect(() => objectToAward(aCourse(), objecting, START)).toThrow('NO_OBJECTION_WINDOW_OPEN');
    expect(() => objectToAward(standing(), { ...objecting, isConcerned: false }, START)).toThrow(
      'ONLY_THOSE_CONCERNED_OBJECT',
    );
  });

  it('happens once per party: the same again is the same, another is refused', () => {
    const made = anObjection();
    const course = standing({ objections: [made] });
    expect(objectToAward(course, objecting, START)).toBe(made);
    expect(() => objectToAward(course, { ...objecting, reason: 'mutu' }, START)).toThrow(
      'OBJECTION_ALREADY_MADE',
    );
    expect(objectToAward(course, { ...objecting, partyId: 'another' }, START)).toBeUndefined();
  });

  it('names a bid that was awarded, or the whole award', () => {
    expect(objectToAward(standing(), { ...objecting, bidId: 'a' }, START)).toBeUndefined();
    expect(() => objectToAward(standing(), { ...objecting, bidId: 'z' }, START)).toThrow('BID_NOT_AWARDED');
  });
});

describe('answering an objection', () => {
  const rejected = { objectionId: 'o', answer: 'rejected' as const };
  const upheld = { objectionId: 'o', answer: 'upheld' as const };

  it('leads to approval when the last is rejected after the window, and stays before', () => {
    expect(answerObjection(answering(), rejected, budi, START)).toEqual({ kind: 'next', next: 'approval' });
    expect(answerObjection(answering({ step: aStep('objection') }), rejected, budi, START)).toEqual({
      kind: 'stay',
    });
    const two = answering({
      objections: [anObjection(), anObjection({ objectionId: 'p', partyId: 'another' })],
    });
    expect(answerObjection(two, rejected, budi, START)).toEqual({ kind: 'stay' });
  });

  it('upholds it: the bid is out, or without a bid the lot fails', () => {
    expect(answerObjection(answering(), upheld, budi, START)).toEqual({
      kind: 'fail',
      reason: 'OBJECTION_UPHELD',
    });
    const againstA = answering({ objections: [anObjection({ bidId: 'a' })] });
    expect(answerObjection(againstA, upheld, budi, START)).toEqual({
      kind: 'replace',
      out: [{ bidId: 'a', reason: 'OBJECTION_UPHELD' }],
    });
  });

  it('is for the organiser, but not for who proposed, nor for those who object', () => {
    expect(() => answerObjection(answering(), rejected, { ...budi, roles: ['viewer'] }, START)).toThrow(
      'ONLY_THE_ORGANISER_ANSWERS',
    );
    expect(() => answerObjection(answering(), rejected, { ...budi, personId: 'ani' }, START)).toThrow(
      'PROPOSER_DOES_NOT_ANSWER',
    );
    expect(() =>
      answerObjection(answering(), rejected, { ...budi, partyIds: ['organiser', 'koperasi'] }, START),
    ).toThrow('OBJECTOR_DOES_NOT_ANSWER');
  });

  it('happens once, in time, to an objection that there is', () => {
    expect(() => answerObjection(answering(), { ...rejected, objectionId: 'z' }, budi, START)).toThrow(
      'OBJECTION_NOT_FOUND',
    );
    const done = answering({ objections: [anObjection({ answer: 'rejected' })] });
    expect(() => answerObjection(done, upheld, budi, START)).toThrow('OBJECTION_ALREADY_ANSWERED');
    expect(() => answerObjection(answering(), rejected, budi, after(standardSteps.answer.dueS))).toThrow(
      'STEP_IS_OVER',
    );
  });

  it('is for its holder alone until due', () => {
    const rules = {
      ...standardSteps,
      answer: { dueS: 60, holderId: 'cici', deputyId: 'budi', deputyS: 60 },
    };
    const named = answering({ rules, step: aStep('answer', rules) });
    expect(() => answerObjection(named, rejected, budi, after(59))).toThrow('ANOTHER_IS_NAMED_FOR_THIS_STEP');
    expect(answerObjection(named, rejected, budi, after(60))).toMatchObject({ kind: 'next' });
    expect(() => answerObjection({ ...named, step: aStep('objection') }, rejected, budi, after(59))).toThrow(
      'ANOTHER_IS_NAMED_FOR_THIS_STEP',
    );
  });
});

describe('the suspension of a supplier', () => {
  const [a, b] = aCourse().bids as [Course['bids'][number], Course['bids'][number]];
  const suspended = new Set(['supplier-a']);

  it('puts its bid out of an award at every step, unless it has signed', () => {
    const out = { kind: 'replace', out: [{ bidId: 'a', reason: 'SUPPLIER_SUSPENDED' }] };
    for (const course of [aCourse(), standing(), approved()])
      expect(dropSuspended(course, suspended)).toEqual(out);
    expect(dropSuspended(approved({ bids: [{ ...a, answer: 'signed' }, b] }), suspended)).toBeUndefined();
    expect(dropSuspended(approved({ step: null }), suspended)).toBeUndefined();
    expect(dropSuspended(aCourse(), new Set(['supplier-z']))).toBeUndefined();
  });
});

describe('signing a contract', () => {
  const [a, b] = aCourse().bids as [Course['bids'][number], Course['bids'][number]];
  const active = (supplierId: string) => ({ supplierId, isActive: true });

  it('contracts the lot with the last signature', () => {
    expect(signContract(approved(), active('supplier-a'), 'signed', START)).toEqual({ kind: 'stay' });
    const half = approved({ bids: [{ ...a, answer: 'signed' }, b] });
    expect(signContract(half, active('supplier-b'), 'signed', START)).toEqual({ kind: 'contract' });
    expect(signContract(half, active('supplier-a'), 'signed', START)).toBeUndefined();
    const done = approved({
      bids: [
        { ...a, answer: 'signed' },
        { ...b, answer: 'signed' },
      ],
      step: null,
    });
    expect(signContract(done, active('supplier-b'), 'signed', START)).toBeUndefined();
  });

  it('puts a bid out that is declined', () => {
    expect(signContract(approved(), active('supplier-b'), 'declined', START)).toEqual({
      kind: 'replace',
      out: [{ bidId: 'b', reason: 'DECLINED' }],
    });
  });

  it('is not for a suspended supplier, who may decline; what it signed before stands', () => {
    const suspended = { supplierId: 'supplier-a', isActive: false };
    expect(() => signContract(approved(), suspended, 'signed', START)).toThrow('SIGNER_SUSPENDED');
    expect(signContract(approved(), suspended, 'declined', START)).toMatchObject({ kind: 'replace' });
    const signed = approved({ bids: [{ ...a, answer: 'signed' }, b] });
    expect(signContract(signed, suspended, 'signed', START)).toBeUndefined();
  });

  it('is refused before approval, to others, in other words than before, and too late', () => {
    expect(() => signContract(standing(), active('supplier-a'), 'signed', START)).toThrow('NOTHING_TO_SIGN');
    expect(() => signContract(approved(), active('supplier-z'), 'signed', START)).toThrow(
      'SUPPLIER_NOT_AWARDED',
    );
    const signed = approved({ bids: [{ ...a, answer: 'signed' }, b] });
    expect(() => signContract(signed, active('supplier-a'), 'declined', START)).toThrow(
      'CONTRACT_ALREADY_ANSWERED',
    );
    expect(() =>
      signContract(approved(), active('supplier-a'), 'signed', after(standardSteps.contract.dueS)),
    ).toThrow('STEP_IS_OVER');
  });
});

describe('a step that nobody takes', () => {
  it.each<[string, Course, object]>([
    ['proposal: the system proposes', aCourse(), { kind: 'propose', next: 'objection' }],
    ['window without objection: approval', standing(), { kind: 'next', next: 'approval' }],
    [
      'window with an objection: its answer',
      standing({ objections: [anObjection()] }),
      { kind: 'next', next: 'answer' },
    ],
    ['answer: the lot fails', answering(), { kind: 'fail', reason: 'OBJECTION_NOT_ANSWERED_IN_TIME' }],
    [
      'approval: the lot fails',
      aCourse({ award, step: aStep('approval') }),
      { kind: 'fail', reason: 'NOT_APPROVED_IN_TIME' },
    ],
    [
      'contract: who did not sign is out',
      approved({
        bids: [
          { bidId: 'a', supplierId: 'supplier-a', answer: 'signed' },
          { bidId: 'b', supplierId: 'supplier-b', answer: null },
        ],
      }),
      { kind: 'replace', out: [{ bidId: 'b', reason: 'NOT_SIGNED' }] },
    ],
  ])('%s, when due and not before', (_, course, move) => {
    const due = course.step?.dueAt ?? START;
    expect(runDueStep(course, new Date(due.getTime() - 1))).toBeUndefined();
    expect(runDueStep(course, due)).toEqual(move);
  });

  it('calls the deputy first, once, and leaves a lot alone that waits for nobody', () => {
    const rules = { ...standardSteps, proposal: { dueS: 60, holderId: null, deputyId: 'ani', deputyS: 60 } };
    const course = aCourse({ rules });
    expect(runDueStep(course, after(60))).toEqual({ kind: 'call-deputy' });
    const called = { ...course, step: { ...aStep('proposal', rules), isDeputyCalled: true } };
    expect(runDueStep(called, after(119))).toBeUndefined();
    expect(runDueStep(called, after(120))).toMatchObject({ kind: 'propose' });
    expect(runDueStep({ ...course, step: null }, after(1e9))).toBeUndefined();
  });
});
