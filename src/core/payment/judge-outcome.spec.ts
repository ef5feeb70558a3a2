import type { PaymentState } from './advance-payment.js';
import { judgeOutcome, listOutcomes, outcomes } from './judge-outcome.js';

const judge = (state: PaymentState, outcome: (typeof outcomes)[number], refundedRp = 0) => {
  judgeOutcome('unproved', { state, amountRp: 100 }, outcome, refundedRp);
};

describe('what a person may say became of a payment', () => {
  it('follows from how far it is', () => {
    expect(listOutcomes('refund-unknown', 'settled')).toEqual(['refunded']);
    expect(listOutcomes('unproved', 'settled')).toEqual(['unchanged', 'taken-back', 'refunded']);
    expect(listOutcomes('unproved', 'expired')).toEqual(['unchanged', 'paid']);
    for (const over of ['refunded', 'reversed', 'charged-back'] as const)
      expect(listOutcomes('unproved', over)).toEqual(['unchanged']);
  });

  it('is refused with what it may be, and a refund with how much', () => {
    expect(() => {
      judge('settled', 'paid');
    }).toThrow('OUTCOME_NOT_POSSIBLE');
    expect(() => {
      judge('expired', 'taken-back');
    }).toThrow('OUTCOME_NOT_POSSIBLE');
    for (const wrong of [0, 101])
      expect(() => {
        judge('settled', 'refunded', wrong);
      }).toThrow('REFUND_AMOUNT_WANTED');
    judge('settled', 'refunded', 100);
    expect(() => {
      judgeOutcome('refund-unknown', { state: 'settled', amountRp: 100 }, 'refunded', 100);
    }).toThrow('REFUND_AMOUNT_WANTED');
  });
});
