import { standardSteps } from '../../src/core/pool/declare-steps.js';
import {
  timesOf,
  type Course,
  type Move,
  type Objection,
  type OpenStep,
} from '../../src/core/award/steps/course.js';
import type { DeclaredStep } from '../../src/core/pool/declare-steps.js';

/** The moment from which the course's times count. */
export const START = new Date('2026-11-26T10:00:00Z');

export const after = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

export const aStep = (name: DeclaredStep, rules = standardSteps, now = START): OpenStep => ({
  name,
  isDeputyCalled: false,
  ...timesOf(name, rules, now),
});

/** A first attempt, computed just now: 30 packs from the bids a and b. */
export const aCourse = (changed: Partial<Course> = {}): Course => ({
  lotState: 'opened',
  attempt: 1,
  award: {
    state: 'computed',
    awardedPacks: 30,
    proposedBy: null,
    endorsedBy: null,
    isEndorsedByChair: false,
  },
  step: aStep('proposal', changed.rules),
  bids: [
    { bidId: 'a', supplierId: 'supplier-a', answer: null },
    { bidId: 'b', supplierId: 'supplier-b', answer: null },
  ],
  objections: [],
  rules: standardSteps,
  ...changed,
});

export const anObjection = (changed: Partial<Objection> = {}): Objection => ({
  objectionId: 'o',
  partyId: 'koperasi',
  bidId: null,
  reason: 'harga',
  answer: null,
  ...changed,
});

/** The course after a move of a person, or of the system; undefined once the lot has ended. */
export const moved = (course: Course, move: Move, personId: string | null, now: Date): Course | undefined => {
  const { award, rules } = course;
  switch (move.kind) {
    case 'stay':
      return course;
    case 'call-deputy':
      return { ...course, step: course.step && { ...course.step, isDeputyCalled: true } };
    case 'propose':
      return {
        ...course,
        award: { ...award, state: 'proposed', proposedBy: personId },
        step: aStep(move.next, rules, now),
      };
    case 'next':
      return { ...course, step: aStep(move.next, rules, now) };
    case 'endorse':
      return { ...course, award: { ...award, endorsedBy: personId, isEndorsedByChair: move.asChair } };
    case 'approve':
      return {
        ...course,
        lotState: 'awarded',
        award: { ...award, state: 'approved' },
        step: aStep(move.next, rules, now),
      };
    case 'replace':
      return { ...course, lotState: 'opened', award: { ...award, state: 'replaced' }, step: null };
    case 'contract':
    case 'fail':
    case 'approve-nothing':
      return undefined;
  }
};
