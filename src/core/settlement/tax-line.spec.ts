import fc from 'fast-check';
import { rateOn, taxLine, type TaxRate } from './tax-line.js';

const rates: TaxRate[] = [
  { validFrom: '2025-01-01', rateBps: 1_200, baseNumerator: 11, baseDenominator: 12 },
  { validFrom: '2022-04-01', rateBps: 1_100, baseNumerator: 1, baseDenominator: 1 },
];
const pkp = { isPkp: true };
const now = rateOn(rates, '2026-11-22');

describe('the tax of a line', () => {
  it('is taken out of the amount of taxable goods, at the rate of the day', () => {
    expect(taxLine(1_110_000, 'taxable', pkp, now)).toEqual({
      code: 'ppn',
      baseRp: 916_666,
      taxRp: 110_000,
      rateFrom: '2025-01-01',
    });
    expect(taxLine(1_110_000, 'taxable', pkp, rateOn(rates, '2024-12-31'))).toMatchObject({
      baseRp: 1_000_000,
      taxRp: 110_000,
    });
    expect(rateOn(rates, '2022-03-31')).toBeUndefined();
  });

  it('is none of staples, of a seller who charges none, and of goods not settled', () => {
    const free = { baseRp: 0, taxRp: 0, rateFrom: null };
    expect(taxLine(1_000, 'exempt', pkp, now)).toEqual({ ...free, code: 'exempt' });
    expect(taxLine(1_000, 'taxable', { isPkp: false }, now)).toEqual({ ...free, code: 'none' });
    expect(taxLine(1_000, 'special', pkp, now)).toEqual({ ...free, code: 'check' });
    expect(() => taxLine(1_000, 'taxable', pkp, undefined)).toThrow(RangeError);
  });

  it('never exceeds its part of the amount, and comes within a rupiah of rate x base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(...rates), (amountRp, rate) => {
        const { baseRp, taxRp } = taxLine(amountRp, 'taxable', pkp, rate);
        expect(taxRp).toBeGreaterThanOrEqual(0);
        expect(baseRp + taxRp).toBeLessThanOrEqual(amountRp);
        expect(Math.abs(taxRp - (baseRp * rate.rateBps) / 10_000)).toBeLessThanOrEqual(1.2);
      }),
    );
  });
});
