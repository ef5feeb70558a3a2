import { Refusal } from '../kernel/refuse.js';
import type { BidTerms, CurrentRevision } from './bid-terms.js';
import { submitBid, type Submission } from './submit-bid.js';

const closesAt = new Date('2026-11-12T03:00:00Z');
const terms: BidTerms = {
  capacityPacks: 40,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [
    { fromPacks: 1, priceRpPerUnit: 11_000 },
    { fromPacks: 20, priceRpPerUnit: 10_500 },
  ],
};
const standing: CurrentRevision = { revision: 1, action: 'submitted', hash: 'one' };

const submission = (rest: Partial<Submission> = {}): Submission => ({
  tender: { closesAt, isOpened: false },
  supplier: { isActive: true },
  current: null,
  terms,
  hash: 'one',
  now: new Date('2026-11-12T02:59:59.999Z'),
  ...rest,
});

const refusalOf = (rest: Partial<Submission>): Refusal | undefined => {
  try {
    submitBid(submission(rest));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};

describe('submitting a bid', () => {
  it('begins with revision 1, up to the last millisecond', () => {
    expect(submitBid(submission())).toEqual({ revision: 1, action: 'submitted' });
  });

  it('appends a revision when its hash differs', () => {
    expect(submitBid(submission({ current: standing, hash: 'two' }))).toEqual({
      revision: 2,
      action: 'revised',
    });
  });

  it('adds nothing when the same is sent again', () => {
    expect(submitBid(submission({ current: standing }))).toBeNull();
  });

  it('comes back after a withdrawal', () => {
    const withdrawn: CurrentRevision = { revision: 2, action: 'withdrawn', hash: null };
    expect(submitBid(submission({ current: withdrawn }))).toEqual({ revision: 3, action: 'submitted' });
  });

  it('that arrives sealed is judged by its time and bidder alone', () => {
    expect(submitBid(submission({ terms: null }))).toEqual({ revision: 1, action: 'submitted' });
    expect(refusalOf({ terms: null, now: closesAt })?.code).toBe('TENDER_ALREADY_CLOSED');
  });

  it('is too late at the deadline itself, and once the bids are open', () => {
    expect(refusalOf({ now: closesAt })?.code).toBe('TENDER_ALREADY_CLOSED');
    expect(refusalOf({ tender: { closesAt, isOpened: true } })?.code).toBe('TENDER_ALREADY_CLOSED');
    expect(refusalOf({ now: closesAt, current: standing })?.code).toBe('TENDER_ALREADY_CLOSED');
  });

  it('is refused to a suspended supplier', () => {
    expect(refusalOf({ supplier: { isActive: false } })?.code).toBe('SUPPLIER_SUSPENDED');
  });

  it('tells every broken rule at once, under the code of the first', () => {
    const refusal = refusalOf({
      terms: {
        ...terms,
        capacityPacks: 10,
        tiers: [...terms.tiers, { fromPacks: 20, priceRpPerUnit: 10_501 }],
      },
    });
    expect(refusal?.code).toBe('BID_TIERS_NOT_RISING');
    expect(refusal?.errors.map(({ field, rule }) => [field, rule])).toEqual([
      ['tiers.2.fromPacks', 'BID_TIERS_NOT_RISING'],
      ['tiers.2.priceRpPerUnit', 'BID_PRICE_RISES_WITH_VOLUME'],
      ['capacityPacks', 'BID_CAPACITY_BELOW_LAST_TIER'],
    ]);
  });
});
