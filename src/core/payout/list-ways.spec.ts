import { listWays } from './list-ways.js';

describe('the ways out of suspense', () => {
  it('are all three for money that is booked, whatever showed it', () => {
    const three = ['due', 'money-back', 'credit'];
    expect(listWays({ source: 'payment', isTakenBack: false, isFirm: true })).toEqual(three);
    expect(listWays({ source: 'bank-line', isBooked: true, isIncoming: true })).toEqual(three);
  });

  it('are none while a bank may still take it back, and to ask again once it has', () => {
    expect(listWays({ source: 'payment', isTakenBack: false, isFirm: false })).toEqual([]);
    expect(listWays({ source: 'payment', isTakenBack: true, isFirm: true })).toEqual(['ask-again']);
  });

  it('are one more for money that may be a payout come back, and one for a refund of unknown amount', () => {
    expect(listWays({ source: 'bank-line', isBooked: true, isIncoming: true, mayBeReturn: true })).toContain(
      'return',
    );
    const asked = { source: 'payment', isTakenBack: false, isFirm: true } as const;
    expect(listWays({ ...asked, outcomes: ['refunded'] })).toEqual(['refunded']);
  });

  it('of a movement that is not booked follow from its direction', () => {
    expect(listWays({ source: 'bank-line', isBooked: false, isIncoming: true })).toHaveLength(8);
    const out = listWays({ source: 'bank-line', isBooked: false, isIncoming: false });
    expect(out).toEqual(['payout', 'transfer', 'not-ours']);
  });
});
