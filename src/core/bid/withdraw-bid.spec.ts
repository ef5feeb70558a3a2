import type { CurrentRevision } from './bid-terms.js';
import { withdrawBid } from './withdraw-bid.js';

const closesAt = new Date('2026-11-12T03:00:00Z');
const before = new Date('2026-11-12T02:59:59.999Z');
const tender = { closesAt, isOpened: false };
const standing: CurrentRevision = { revision: 2, action: 'revised', hash: 'one' };

describe('withdrawing a bid', () => {
  it('appends a revision', () => {
    expect(withdrawBid({ tender, current: standing, now: before })).toBe(3);
  });

  it('is too late at the deadline itself', () => {
    expect(() => withdrawBid({ tender, current: standing, now: closesAt })).toThrow('TENDER_ALREADY_CLOSED');
  });

  it('needs a bid that stands', () => {
    expect(() => withdrawBid({ tender, current: null, now: before })).toThrow('BID_NOT_FOUND');
    const withdrawn: CurrentRevision = { revision: 3, action: 'withdrawn', hash: null };
    expect(() => withdrawBid({ tender, current: withdrawn, now: before })).toThrow('BID_ALREADY_WITHDRAWN');
  });
});
