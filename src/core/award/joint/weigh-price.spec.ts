import fc from 'fast-check';
import { taxRpPerUnit } from '../../offer/tax-per-unit.js';
import { landedRpPerUnit, termsRpPerUnit, weighPrice } from './weigh-price.js';

describe('weighing a price', () => {
  it.each([
    [10_001, 110, 111],
    [10_000, 0, 0],
    [1, 1, 1],
    [9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
  ])('Rp%d at %d bps of tax is Rp%d, rounded up', (price, taxBps, tax) => {
    expect(taxRpPerUnit(price, taxBps)).toBe(tax);
  });

  it.each([
    [12_000, 600, 30, 59],
    [12_000, 600, 0, 0],
    [12_000, 10_000, 365, 12_000],
  ])('Rp%d at %d bps a year, %d days later, is worth Rp%d, rounded down', (price, rate, days, terms) => {
    expect(termsRpPerUnit(price, rate, days)).toBe(terms);
  });

  it('adds what a buyer bears, and takes off what a seller does', () => {
    const bid = {
      surchargeRpPerUnit: { north: 200, far: null },
      freightRpPerUnit: { north: 300 },
      taxBps: 110,
    };
    expect(landedRpPerUnit({ side: 'buy' }, bid, 10_000, 'north')).toBe(10_610);
    expect(landedRpPerUnit({ side: 'sell' }, { ...bid, taxBps: 0 }, 10_000, 'north')).toBe(9_500);
    expect(landedRpPerUnit({ side: 'buy' }, bid, 10_000, 'elsewhere')).toBe(10_110);
    expect(landedRpPerUnit({ side: 'buy' }, bid, 10_000, 'far')).toBeNull();
  });

  it('weighs a dearer price more when buying and less when selling, landed and compared', () => {
    const price = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(price, price, fc.constantFrom('buy' as const, 'sell' as const), (one, other, side) => {
        const weigh = (each: number): number[] => {
          const terms = { taxBps: side === 'buy' ? 110 : 0, paymentDays: 90 };
          const weighed = weighPrice({ side, annualRateBps: 1_200 }, terms, each);
          return [weighed.landedWeightRpPerUnit, weighed.weightRpPerUnit];
        };
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const rising = weigh(low).every((weight, part) => weight <= (weigh(high)[part] ?? 0));
        const falling = weigh(low).every((weight, part) => weight >= (weigh(high)[part] ?? 0));
        expect(side === 'buy' ? rising : falling).toBe(true);
      }),
    );
  });
});
