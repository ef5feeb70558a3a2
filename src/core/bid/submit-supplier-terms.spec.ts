import { submitSupplierTerms, type TermsSubmission } from './submit-supplier-terms.js';
import { isNeutral, MOST_TERMS_RP } from './supplier-terms.js';

const earliestClosesAt = new Date('2026-11-12T03:00:00Z');
const terms = { fixedChargeRp: 250_000, capacityMilli: null, minimumOrderRp: 0 };
const submission = (rest: Partial<TermsSubmission> = {}): TermsSubmission => ({
  deadline: { earliestClosesAt, isAnyOpened: false },
  supplier: { isActive: true },
  current: null,
  terms,
  hash: 'one',
  now: new Date('2026-11-12T02:59:59.999Z'),
  ...rest,
});

describe('terms over all lots of a pool', () => {
  it('are appended when they differ, and written once when they do not', () => {
    expect(submitSupplierTerms(submission())).toBe(1);
    expect(submitSupplierTerms(submission({ current: { revision: 1, hash: 'one' } }))).toBeNull();
    expect(submitSupplierTerms(submission({ current: { revision: 1, hash: 'two' } }))).toBe(2);
  });

  it.each([
    ['TENDER_ALREADY_CLOSED', { now: earliestClosesAt }],
    ['TENDER_ALREADY_CLOSED', { deadline: { earliestClosesAt, isAnyOpened: true } }],
    ['TENDER_NOT_FOUND', { deadline: undefined }],
    ['SUPPLIER_NOT_FOUND', { supplier: undefined }],
    ['SUPPLIER_SUSPENDED', { supplier: { isActive: false } }],
  ])('are refused: %s', (code, rest) => {
    expect(() => submitSupplierTerms(submission(rest))).toThrow(code);
  });

  it.each(['fixedChargeRp', 'minimumOrderRp'])(
    'name no %s that the engine could not reckon with',
    (field) => {
      const most = { ...terms, [field]: MOST_TERMS_RP };
      expect(submitSupplierTerms(submission({ terms: most }))).toBe(1);
      expect(() =>
        submitSupplierTerms(submission({ terms: { ...most, [field]: MOST_TERMS_RP + 1 } })),
      ).toThrow('SUPPLIER_TERMS_OUT_OF_BOUNDS');
      expect(Number.isSafeInteger(MOST_TERMS_RP * 1000)).toBe(true);
    },
  );

  it('link lots only when they ask for something', () => {
    expect(isNeutral({ fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 })).toBe(true);
    expect(isNeutral({ ...terms, fixedChargeRp: 0, capacityMilli: 1 })).toBe(false);
  });
});
