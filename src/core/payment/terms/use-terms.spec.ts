import { useTerms } from './use-terms.js';

describe('credit terms', () => {
  const own = {
    dueBy: 'party',
    bidDays: 14,
    terms: { days: 30, limitRp: 10_000_000 },
    unpaidRp: 4_000_000,
  } as const;

  it('give the days of the bid, or those granted within their limit, or none', () => {
    expect(useTerms({ ...own, dueBy: 'bid' }, 99_000_000).days).toBe(14);
    expect([useTerms(own, 6_000_000).days, useTerms(own, 6_000_001).days]).toEqual([30, 0]);
    expect(useTerms({ ...own, terms: undefined }, 1)).toEqual({ days: 0, isConsigned: false });
  });

  it('let goods be handed over on consignment, within their limit', () => {
    const consigned = { ...own, terms: { ...own.terms, kind: 'consignment' } } as const;
    expect(useTerms(consigned, 6_000_000)).toEqual({ days: 30, isConsigned: true });
    expect(useTerms(consigned, 6_000_001)).toEqual({ days: 0, isConsigned: false });
    expect(useTerms({ ...consigned, dueBy: 'bid' }, 1)).toEqual({ days: 14, isConsigned: false });
    const cash = { ...consigned, terms: { ...consigned.terms, days: 0 } };
    expect(useTerms(cash, 1).isConsigned).toBe(false);
  });
});
