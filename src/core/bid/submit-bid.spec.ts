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
const standing: CurrentRevision = { revision: 1, action: 'submitted', terms };

const submission = (rest: Partial<Submission> = {}): Submission => ({
  tender: { closesAt, isOpened: false },
  supplier: { isActive: true },
  current: null,
  terms,
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

  it('appends a revision when anything differs', () => {
    for (const change of [
      { capacityPacks: 41 },
      { minimumPacks: 1 },
      { leadTimeDays: 4 },
      { tiers: terms.tiers.slice(0, 1) },
      { tiers: [{ fromPacks: 1, priceRpPerUnit: 10_999 }, ...terms.tiers.slice(1)] },
    ]) {
      const next = submitBid(submission({ current: standing, terms: { ...terms, ...change } }));
      expect(next).toEqual({ revision: 2, action: 'revised' });
    }
  });

  it('adds nothing when the same is sent again', () => {
    expect(submitBid(submission({ current: standing, terms: structuredClone(terms) }))).toBeNull();
  });

  it('comes back after a withdrawal, also with the same terms', () => {
    const withdrawn: CurrentRevision = { revision: 2, action: 'withdrawn', terms: null };
    expect(submitBid(submission({ current: withdrawn }))).toEqual({ revision: 3, action: 'submitted' });
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
