import fc from 'fast-check';
import {
  advancePayment,
  isPaid,
  isTakenBack,
  isWaiting,
  paymentStates,
  see,
  sightsOf,
  stateOf,
  type Fact,
  type Payment,
} from './advance-payment.js';

const fresh: Payment = { amountRp: 275_000, seen: [], refundedRp: 0 };
const paidAt = new Date('2026-11-26T03:00:00Z');
const fact = (status: string, changed: Partial<Fact> = {}): Fact => ({
  ...{ status, fraudStatus: null, paymentType: 'bank_transfer', settledAt: null, refundedRp: 0 },
  ...changed,
});
const after = (...facts: readonly Fact[]): Payment => facts.reduce(advancePayment, fresh);

const anyFact: fc.Arbitrary<Fact> = fc.record({
  status: fc.constantFrom(
    ...['pending', 'authorize', 'capture', 'settlement', 'deny', 'cancel', 'expire', 'failure'],
    ...['refund', 'partial_refund', 'chargeback', 'partial_chargeback', 'something-new'],
  ),
  fraudStatus: fc.constantFrom(null, 'accept', 'challenge', 'deny'),
  paymentType: fc.constantFrom('bank_transfer', 'echannel', 'qris', 'credit_card'),
  settledAt: fc.constantFrom(null, paidAt),
  refundedRp: fc.constantFrom(0, 75_000, 275_000),
});

const permutations = <One>(all: readonly One[]): One[][] =>
  all.length <= 1
    ? [[...all]]
    : all.flatMap((one, place) =>
        permutations(all.filter((_, other) => other !== place)).map((rest) => [one, ...rest]),
      );

describe('a payment', () => {
  it.each([
    ['created', []],
    ['pending', [fact('pending')]],
    ['expired', [fact('pending'), fact('expire')]],
    ['cancelled', [fact('pending'), fact('cancel')]],
    ['denied', [fact('pending'), fact('deny')]],
    ['settled', [fact('pending'), fact('settlement')]],
    ['settled', [fact('expire'), fact('settlement')]],
    ['settled', [fact('deny', { paymentType: 'credit_card' }), fact('settlement')]],
    ['pending', [fact('capture', { paymentType: 'credit_card', fraudStatus: 'accept' })]],
    ['pending', [fact('settlement', { fraudStatus: 'challenge' })]],
    ['reversed', [fact('settlement'), fact('deny')]],
    ['reversed', [fact('deny', { paymentType: 'echannel', settledAt: paidAt })]],
    ['partially-refunded', [fact('settlement'), fact('partial_refund', { refundedRp: 75_000 })]],
    ['settled', [fact('settlement'), fact('partial_refund')]],
    ['refunded', [fact('refund', { refundedRp: 275_000 })]],
    ['charged-back', [fact('settlement'), fact('chargeback')]],
  ] as const)('is %s', (state, facts) => {
    expect(stateOf(after(...facts))).toBe(state);
  });

  it('whose call nobody answered is unknown, until anything is known', () => {
    const unknown = see(fresh, ['unknown']);
    expect(stateOf(unknown)).toBe('unknown');
    expect(stateOf(advancePayment(unknown, fact('pending')))).toBe('pending');
    expect(stateOf(see(after(fact('settlement')), ['unknown']))).toBe('settled');
  });

  it('ends in the same state by every permutation of up to six events, however often each comes', () => {
    fc.assert(
      fc.property(
        fc.array(anyFact, { maxLength: 6 }),
        fc.array(fc.nat(5), { maxLength: 6 }),
        (facts, again) => {
          const once = after(...facts);
          const repeated = again.flatMap((place) => facts[place] ?? []);
          for (const order of permutations(facts)) {
            const ended = after(...order, ...repeated);
            expect([stateOf(ended), ended.refundedRp]).toEqual([stateOf(once), once.refundedRp]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes only onwards: what came is not forgotten by what follows', () => {
    const rank = (payment: Payment): number => {
      const state = stateOf(payment);
      return isWaiting(state) ? 0 : isTakenBack(state) ? 3 : isPaid(state) ? 2 : 1;
    };
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 12 }), (facts) => {
        let [payment, before] = [fresh, 0];
        for (const each of facts) {
          payment = advancePayment(payment, each);
          expect(rank(payment)).toBeGreaterThanOrEqual(before);
          expect(paymentStates).toContain(stateOf(payment));
          before = rank(payment);
        }
      }),
    );
  });

  it('takes a word it does not know for waiting', () => {
    expect(sightsOf(fact('something-new'))).toEqual(['pending']);
  });
});
