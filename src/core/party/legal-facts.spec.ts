import { holdsOn, type LegalFact } from './legal-facts.js';

const facts: LegalFact[] = [
  { kind: 'pkp', holds: true, validFrom: '2026-03-01' },
  { kind: 'pkp', holds: false, validFrom: '2027-01-01' },
];

describe('a legal fact', () => {
  it('holds from its day until another one of its kind does', () => {
    expect(
      ['2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01'].map((day) => holdsOn(facts, 'pkp', day)),
    ).toEqual([false, true, true, false]);
    expect(holdsOn(facts, 'legal-entity', '2026-12-31')).toBe(false);
  });

  it('is corrected by what is recorded later for the same day', () => {
    const corrected = [...facts, { kind: 'pkp' as const, holds: false, validFrom: '2026-03-01' }];
    expect(holdsOn(corrected, 'pkp', '2026-06-01')).toBe(false);
  });
});
