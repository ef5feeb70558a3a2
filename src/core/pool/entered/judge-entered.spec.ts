import fc from 'fast-check';
import {
  expiryOf,
  judgeAnswer,
  judgeCode,
  MOST_A_DAY,
  MOST_TRIES,
  orderOutcomes,
  refuseWrongCode,
  requireAnother,
  requireSeldom,
  stateOf,
  type EnteredMoment,
} from './judge-entered.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 26, 9) + minutes * 60_000);
const order = (change: Partial<EnteredMoment> = {}): EnteredMoment => ({
  outcome: null,
  tries: 0,
  isCodeSent: true,
  expiresAt: at(60),
  now: at(0),
  ...change,
});

describe('an order that was entered for a koperasi', () => {
  it('waits until it is answered or its time is up', () => {
    expect(stateOf(order())).toBe('waiting');
    expect(stateOf(order({ now: at(60) }))).toBe('expired');
    expect(stateOf(order({ now: at(60), outcome: 'confirmed' }))).toBe('confirmed');
    expect(expiryOf(at(0), at(30))).toEqual(at(30));
    expect(expiryOf(at(0), at(6000))).toEqual(at(720));
  });

  it('is confirmed by the right code alone, and by no code after five wrong ones', () => {
    expect(judgeCode(order(), true)).toBe('now');
    expect(judgeCode(order({ tries: MOST_TRIES - 1 }), false)).toBe('wrong');
    expect(() => judgeCode(order({ tries: MOST_TRIES }), true)).toThrow('ORDER_CODE_LOCKED');
    expect(refuseWrongCode(1)).toMatchObject({ code: 'ORDER_CODE_WRONG' });
    expect(refuseWrongCode(MOST_TRIES)).toMatchObject({ code: 'ORDER_CODE_LOCKED' });
    expect(() => judgeCode(order({ isCodeSent: false }), true)).toThrow('ORDER_CODE_NOT_SENT');
    expect(() => judgeCode(order({ now: at(60) }), true)).toThrow('ENTERED_ORDER_EXPIRED');
  });

  it('is answered once; the same answer again changes nothing', () => {
    expect(judgeAnswer(order(), 'confirmed')).toBe('now');
    expect(judgeAnswer(order({ outcome: 'confirmed' }), 'confirmed')).toBe('again');
    expect(judgeAnswer(order({ outcome: 'refused', now: at(99) }), 'refused')).toBe('again');
    expect(() => judgeAnswer(order({ outcome: 'replaced' }), 'confirmed')).toThrow('ENTERED_ORDER_ENDED');
    expect(() => judgeAnswer(order({ now: at(60) }), 'refused')).toThrow('ENTERED_ORDER_EXPIRED');
    expect(judgeCode(order({ outcome: 'confirmed' }), true)).toBe('again');
    expect(() => judgeCode(order({ outcome: 'confirmed' }), false)).toThrow('ENTERED_ORDER_ENDED');
  });

  it('is not approved by whoever wrote it down', () => {
    expect(() => {
      requireAnother('a', 'a');
    }).toThrow('ENTERED_BY_YOURSELF');
    expect(() => {
      requireAnother('a', 'b');
    }).not.toThrow();
  });

  it('is entered so often a day and no oftener', () => {
    expect(() => {
      requireSeldom(MOST_A_DAY - 1);
    }).not.toThrow();
    expect(() => {
      requireSeldom(MOST_A_DAY);
    }).toThrow('ENTERED_TOO_OFTEN');
  });

  it('is never taken late, unasked, or after too many guesses, whatever comes together', () => {
    const moments = fc.record({
      outcome: fc.constantFrom(null, ...orderOutcomes),
      tries: fc.integer({ min: 0, max: MOST_TRIES }),
      isCodeSent: fc.boolean(),
      expiresAt: fc.integer({ min: -60, max: 60 }).map(at),
      now: fc.constant(at(0)),
    });
    fc.assert(
      fc.property(moments, fc.boolean(), (moment, isRight) => {
        let judged: string;
        try {
          judged = judgeCode(moment, isRight);
        } catch {
          return;
        }
        if (judged === 'now')
          expect([isRight, moment.outcome, moment.now < moment.expiresAt, moment.tries < MOST_TRIES]).toEqual(
            [true, null, true, true],
          );
        if (judged === 'wrong') expect(isRight).toBe(false);
      }),
    );
  });
});
