import fc from 'fast-check';
import { aStep, moved, START } from '../../../../test/support/given-course.js';
import { Refusal } from '../../kernel/refuse.js';
import { advanceLot, type LotState } from '../../lot/advance-lot.js';
import { declareSteps, type PoolSteps } from '../../pool/declare-steps.js';
import { approveAward } from '../approve-award.js';
import { proposeAward } from '../propose-award.js';
import { answerObjection } from './answer-objection.js';
import type { Course, Move } from './course.js';
import { objectToAward } from './object-to-award.js';
import { runDueStep } from './run-due-step.js';
import { signContract } from './sign-contract.js';

/** Something that somebody tries at some moment, whether or not it is allowed. */
interface Act {
  readonly afterS: number;
  readonly verb: 'propose' | 'approve' | 'object' | 'answer' | 'sign' | 'worker';
  readonly who: number;
  readonly choice: boolean;
}

const people = ['ani', 'budi', 'cici', 'dodi'];
const rolesOf: Readonly<Record<string, string[]>> = {
  ani: ['officer'],
  budi: ['chair'],
  cici: ['treasurer', 'chair'],
  dodi: ['viewer'],
};
const allBids = ['a', 'b', 'c'];

interface Ended {
  readonly state: LotState;
  readonly attempts: number;
  readonly course: Course;
  readonly signed: readonly string[];
}

/** Plays a lot to its end: acts as they come, the worker in between, then the worker alone. */
class Play {
  private now = START.getTime();
  private readonly out = new Set<string>();
  private objections = 0;
  course: Course;
  state: LotState = 'opened';
  attempts = 1;

  constructor(private readonly rules: PoolSteps) {
    this.course = this.attempt();
  }

  /** The engine stands in: at most two of the bids that are left, the first first. */
  private attempt(): Course {
    const bids = allBids.filter((bid) => !this.out.has(bid)).slice(0, 2);
    return {
      lotState: 'opened',
      attempt: this.attempts,
      award: {
        state: 'computed',
        awardedPacks: 30,
        proposedBy: null,
        endorsedBy: null,
        isEndorsedByChair: false,
      },
      step: aStep('proposal', this.rules, new Date(this.now)),
      bids: bids.map((bidId) => ({ bidId, supplierId: bidId, answer: null })),
      objections: [],
      rules: this.rules,
    };
  }

  private moveTo(to: LotState, reason?: string): void {
    advanceLot(this.state, to, reason);
    this.state = to;
  }

  private make(move: Move, personId: string | null): void {
    const before = this.course;
    const next = moved(before, move, personId, new Date(this.now));
    if (move.kind === 'approve') {
      const two = new Set([before.award.proposedBy ?? before.award.endorsedBy, personId]);
      expect([...two].filter((person) => person !== null)).toHaveLength(2);
      expect([...two].some((person) => rolesOf[person ?? '']?.includes('chair'))).toBe(true);
      this.moveTo('awarded');
    }
    if (move.kind === 'contract') this.moveTo('contracted');
    if (move.kind === 'fail' || move.kind === 'approve-nothing') this.moveTo('failed', move.reason);
    if (next !== undefined) this.course = next;
    if (move.kind !== 'replace') return;
    expect(move.out.length).toBeGreaterThan(0);
    for (const { bidId } of move.out) {
      expect(this.out.has(bidId)).toBe(false);
      this.out.add(bidId);
    }
    if (this.state === 'awarded') this.moveTo('opened');
    if (this.out.size === allBids.length) {
      this.moveTo('failed', 'NO_BID_LEFT');
      return;
    }
    this.attempts += 1;
    this.course = this.attempt();
  }

  private work(): void {
    const move = runDueStep(this.course, new Date(this.now));
    if (move !== undefined) this.make(move, null);
  }

  private try({ verb, who, choice }: Act): void {
    const personId = people[who % people.length] ?? '';
    const decider = { personId, roles: rolesOf[personId] ?? [], partyIds: [] };
    const now = new Date(this.now);
    const party = allBids[who % allBids.length] ?? '';
    switch (verb) {
      case 'worker': {
        this.work();
        return;
      }
      case 'propose': {
        this.make(proposeAward(this.course, decider, now), personId);
        return;
      }
      case 'approve': {
        this.make(approveAward(this.course, decider, now), personId);
        return;
      }
      case 'object': {
        const bidId = choice ? (this.course.bids[0]?.bidId ?? null) : null;
        const objection = { partyId: party, isConcerned: true, bidId, reason: 'x' };
        if (objectToAward(this.course, objection, now) !== undefined) return;
        this.objections += 1;
        const made = { ...objection, objectionId: String(this.objections), answer: null };
        this.course = { ...this.course, objections: [...this.course.objections, made] };
        return;
      }
      case 'answer': {
        const objectionId = this.course.objections[who % 2]?.objectionId ?? '';
        const answer = choice ? 'rejected' : 'upheld';
        const move = answerObjection(this.course, { objectionId, answer }, decider, now);
        const objections = this.course.objections.map((each) =>
          each.objectionId === objectionId ? { ...each, answer } : each,
        );
        this.course = { ...this.course, objections } as Course;
        this.make(move, personId);
        return;
      }
      case 'sign': {
        const answer = choice ? 'signed' : 'declined';
        const move = signContract(this.course, party, answer, now);
        if (move === undefined) return;
        const bids = this.course.bids.map((bid) => (bid.supplierId === party ? { ...bid, answer } : bid));
        this.course = { ...this.course, bids } as Course;
        this.make(move, personId);
        return;
      }
    }
  }

  private isOver(): boolean {
    return this.state === 'failed' || this.state === 'contracted';
  }

  play(acts: readonly Act[]): Ended {
    for (const act of acts) {
      if (this.isOver()) break;
      this.now += act.afterS * 1000;
      try {
        this.try(act);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      // A lot that has not ended waits for exactly one step of its one attempt.
      if (!this.isOver()) expect(this.course.step).not.toBeNull();
    }
    // Nobody acts any more.
    for (let turns = 0; !this.isOver(); turns += 1) {
      expect(turns).toBeLessThan(100);
      this.now = (this.course.step?.dueAt.getTime() ?? 0) > this.now ? this.due() : this.default();
      this.work();
    }
    const signed = this.course.bids.filter(({ answer }) => answer === 'signed').map(({ bidId }) => bidId);
    return { state: this.state, attempts: this.attempts, course: this.course, signed };
  }

  private due(): number {
    return this.course.step?.dueAt.getTime() ?? this.now;
  }

  private default(): number {
    return Math.max(this.now, this.course.step?.defaultAt.getTime() ?? this.now);
  }
}

const roles = new Map(Object.entries(rolesOf));
const anyRules = fc
  .record({
    proposal: fc.record({ dueS: fc.integer({ min: 1, max: 100 }) }),
    approval: fc.constantFrom(
      { dueS: 50 },
      { dueS: 20, deputyId: 'budi', deputyS: 30 },
      { dueS: 20, holderId: 'budi', deputyId: 'cici', deputyS: 30 },
      { dueS: 50, holderId: 'cici' },
    ),
    answer: fc.constantFrom({ dueS: 10 }, { dueS: 10, deputyId: 'cici', deputyS: 20 }),
    standstillS: fc.constantFrom(0, 5, 60),
    contractDueS: fc.integer({ min: 1, max: 60 }),
  })
  .map((request) => declareSteps(request, roles));
/** Mostly what carries a lot on, so that plays get as far as contracts; every seventh choice is a disturbance. */
const anyAct: fc.Arbitrary<Act> = fc.record({
  afterS: fc.integer({ min: 0, max: 12 }),
  verb: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('propose' as const, 'approve' as const) },
    { weight: 6, arbitrary: fc.constantFrom('sign' as const) },
    { weight: 3, arbitrary: fc.constantFrom('object' as const, 'answer' as const, 'worker' as const) },
  ),
  who: fc.nat(11),
  choice: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});
const anyActs = fc.array(anyAct, { maxLength: 60, size: 'max' });

describe('the course of a lot from award to contract', () => {
  it('always ends, contracted or failed, whoever acts or nobody; two people approve; one attempt is current', () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(anyRules, anyActs, (rules, acts) => {
        const { state, attempts, signed, course } = new Play(rules).play(acts);
        expect(['contracted', 'failed']).toContain(state);
        expect(attempts).toBeLessThanOrEqual(allBids.length);
        if (state === 'contracted') {
          expect(signed).toEqual(course.bids.map(({ bidId }) => bidId));
          expect(course.award.state).toBe('approved');
        }
        ends.set(
          `${state} ${Math.min(attempts, 2)}`,
          (ends.get(`${state} ${Math.min(attempts, 2)}`) ?? 0) + 1,
        );
      }),
      { numRuns: 1000 },
    );
    // The play reaches every kind of end, so that what was asserted was asserted of something.
    expect([...ends.keys()].sort()).toEqual(['contracted 1', 'contracted 2', 'failed 1', 'failed 2']);
  });

  it('without anybody fails, not approved in time: no machine buys', () => {
    const { state, attempts, course } = new Play(declareSteps(undefined, roles)).play([]);
    expect([state, attempts, course.award.state, course.award.proposedBy]).toEqual([
      'failed',
      1,
      'proposed',
      null,
    ]);
  });
});
