import fc from 'fast-check';
import { liesIn } from './lies-in.js';

const digits = (count: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'));

describe('where a region lies', () => {
  it('is its village, its district and its city, and never the other way round', () => {
    fc.assert(
      fc.property(digits(2), digits(2), digits(2), digits(4), (province, city, district, village) => {
        const code = [province, city, district, village].join('.');
        const districtCode = code.slice(0, 8);
        const cityCode = code.slice(0, 5);
        expect(liesIn(code, code)).toBe(true);
        expect(liesIn(code, districtCode)).toBe(true);
        expect(liesIn(districtCode, cityCode)).toBe(true);
        expect(liesIn(districtCode, code)).toBe(false);
        expect(liesIn(cityCode, districtCode)).toBe(false);
      }),
    );
  });

  it('does not take a shorter number for a region above', () => {
    expect(liesIn('32.71.01', '32.7')).toBe(false);
    expect(liesIn('32.71', '')).toBe(false);
  });
});
