import { declarePricing, plainPricing } from './pricing.js';

const items = [{ ceilingRpPerUnit: 17_500 }, { ceilingRpPerUnit: 13_500 }];

describe('what the members of a pool are declared to pay', () => {
  it('is plain in what it leaves out', () => {
    expect(declarePricing({}, items)).toEqual(plainPricing);
    expect(declarePricing({ kind: 'per-zone' }, items)).toEqual({ kind: 'per-zone', feeRpPerUnit: 0 });
  });

  it('has no fee above the lowest ceiling', () => {
    expect(declarePricing({ feeRpPerUnit: 13_500 }, items).feeRpPerUnit).toBe(13_500);
    for (const feeRpPerUnit of [13_501, 1_000_000_000_000_000])
      expect(() => declarePricing({ feeRpPerUnit }, items)).toThrow('FEE_ABOVE_CEILING');
  });
});
