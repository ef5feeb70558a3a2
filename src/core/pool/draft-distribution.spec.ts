import type { Distribution } from './distribution.js';
import { draftDistribution, type ModeRequest } from './draft-distribution.js';

const terms: Distribution = {
  supplierId: 'bulog',
  priceRpPerUnit: 11_000,
  quotaPerBuyerPacks: 40,
  stockPacks: null,
  maxPerPickupPacks: 40,
  pickupPlace: 'Gudang Bulog',
};
const drafting =
  (request: ModeRequest, isActive = true) =>
  () =>
    draftDistribution(request, 12_500, [{ supplierId: 'bulog', isActive }], 'items.0');

describe('drafting a distributed item', () => {
  it('keeps the terms of a distributed item and has none for a tendered one', () => {
    expect(drafting({ mode: 'distribution', distribution: terms })()).toEqual(terms);
    expect(drafting({ mode: 'tender' })()).toBeNull();
    expect(drafting({})()).toBeNull();
  });

  it('takes a price at the ceiling', () => {
    const atCeiling = { ...terms, priceRpPerUnit: 12_500 };
    expect(drafting({ mode: 'distribution', distribution: atCeiling })()).toEqual(atCeiling);
  });

  it.each<[string, string, ModeRequest, boolean]>([
    ['DISTRIBUTION_TERMS_MISSING', 'items.0.distribution', { mode: 'distribution' }, true],
    ['DISTRIBUTION_TERMS_UNASKED', 'items.0.mode', { distribution: terms }, true],
    [
      'SUPPLIER_UNKNOWN',
      'items.0.distribution.supplierId',
      { mode: 'distribution', distribution: { ...terms, supplierId: 'nobody' } },
      true,
    ],
    [
      'SUPPLIER_SUSPENDED',
      'items.0.distribution.supplierId',
      { mode: 'distribution', distribution: terms },
      false,
    ],
    [
      'FIXED_PRICE_ABOVE_CEILING',
      'items.0.distribution.priceRpPerUnit',
      { mode: 'distribution', distribution: { ...terms, priceRpPerUnit: 12_501 } },
      true,
    ],
  ])('refuses %s and names %s', (code, field, request, isActive) => {
    expect(drafting(request, isActive)).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ field })] }),
    );
  });
});
