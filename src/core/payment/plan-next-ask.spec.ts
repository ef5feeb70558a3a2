import fc from 'fast-check';
import { paymentStates } from './advance-payment.js';
import { judgeAbsent, planNextAsk, type AskedPayment } from './plan-next-ask.js';

const BEGUN = new Date('2026-11-26T03:00:00Z');
const after = (seconds: number): Date => new Date(BEGUN.getTime() + seconds * 1000);
const waiting: AskedPayment = {
  ...{ state: 'pending', createdAt: BEGUN, expiresAt: after(86_400), firmAt: null, hasOpenRefund: false },
};
const waitS = (payment: AskedPayment, now: Date): number | undefined => {
  const next = planNextAsk(payment, now);
  return next === null ? undefined : (next.getTime() - now.getTime()) / 1000;
};

describe('a question to the gateway', () => {
  it.each([
    [4, 5],
    [600, 150],
    [3_600, 300],
    [86_399, 3],
    [86_500, 30],
  ])('about a payment that waits since %i s comes in %i s', (age, wait) => {
    expect(waitS(waiting, after(age))).toBe(wait);
  });

  it('comes once more before goods may go, where a bank takes back, and while a refund waits', () => {
    const paid = { ...waiting, state: 'settled', firmAt: after(600) } as const;
    expect(waitS(paid, BEGUN)).toBe(590);
    expect(waitS(paid, after(595))).toBeUndefined();
    expect(waitS({ ...paid, hasOpenRefund: true }, after(700))).toBe(60);
  });

  it('always comes while it waits, and later than now', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paymentStates), fc.nat(200_000), (state, age) => {
        const wait = waitS({ ...waiting, state }, after(age));
        if (['created', 'unknown', 'pending'].includes(state)) expect(wait).toBeGreaterThan(0);
        else expect(wait).toBeUndefined();
      }),
    );
  });

  it.each([
    ['ask-again', 10, {}],
    ['charge-again', 31, {}],
    ['charge-again', 0, { chargedAt: null }],
    ['ask-again', 31, { isSnap: true }],
    ['cancelled', 31, { isCancelAsked: true }],
    ['ask-again', 10, { isCancelAsked: true }],
    ['ask-again', 3_610, {}],
    ['expired', 3_660, {}],
    ['expired', 3_660, { isSnap: true }],
  ] as const)('that finds no such order leads to %s after %i s', (verdict, age, changed) => {
    const absent = {
      isSnap: false,
      isCancelAsked: false,
      chargedAt: BEGUN,
      expiresAt: after(3_600),
      ...changed,
    };
    expect(judgeAbsent(absent, after(age))).toBe(verdict);
  });
});
