import fc from 'fast-check';
import { liesIn, readRegionCode } from './read-region-code.js';

const digits = (count: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'));

describe('reading a region code', () => {
  it.each([
    ['32.71', { city: '32.71', district: null, village: null }],
    ['32.71.01', { city: '32.71', district: '32.71.01', village: null }],
    ['36.03.01.2003', { city: '36.03', district: '36.03.01', village: '36.03.01.2003' }],
  ])('cuts %s at its levels', (code, parts) => {
    expect(readRegionCode(code)).toEqual(parts);
  });

  it.each(['', '32', '3271', '32.71.', '32.71.1', '32.71.01.101', '32.71.01.1001.1', ' 32.71'])(
    'takes %p for no code',
    (code) => {
      expect(readRegionCode(code)).toBeUndefined();
    },
  );

  it('finds every village in its district and its city, and no city in its village', () => {
    fc.assert(
      fc.property(digits(2), digits(2), digits(2), digits(4), (province, city, district, village) => {
        const code = [province, city, district, village].join('.');
        const parts = readRegionCode(code);
        expect(parts?.village).toBe(code);
        expect(liesIn(code, parts?.district ?? '?')).toBe(true);
        expect(liesIn(code, parts?.city ?? '?')).toBe(true);
        expect(liesIn(parts?.city ?? '?', code)).toBe(false);
      }),
    );
  });

  it('does not take a shorter number for a region above', () => {
    expect(liesIn('32.71.01', '32.7')).toBe(false);
    expect(liesIn('32.71', '32.71')).toBe(true);
  });
});
