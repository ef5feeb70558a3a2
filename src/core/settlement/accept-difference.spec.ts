import { acceptDifference, sayAboutBill } from './accept-difference.js';

describe('what a bill asks for above what agrees', () => {
  const bill = { state: 'differs', heldRp: 90_000, contractMode: 'secondary' } as const;

  it('may be accepted as a whole by an organiser that resells', () => {
    expect(acceptDifference(bill)).toBe(90_000);
  });

  it.each([
    ['PRICE_WAS_FIXED', { contractMode: 'direct' }],
    ['BILL_STILL_WAITS', { state: 'held' }],
    ['BILL_HOLDS_NOTHING', { heldRp: 0 }],
    ['BILL_HAS_ENDED', { state: 'accepted' }],
    ['BILL_HAS_ENDED', { state: 'credited' }],
    ['BILL_HAS_ENDED', { state: 'withdrawn' }],
  ] as const)('is refused with %s', (code, changed) => {
    expect(() => acceptDifference({ ...bill, ...changed })).toThrow(code);
  });

  it('may be disputed in either mode, while it is open', () => {
    sayAboutBill(bill);
    expect(() => {
      sayAboutBill({ ...bill, state: 'accepted' });
    }).toThrow('BILL_HAS_ENDED');
  });
});
