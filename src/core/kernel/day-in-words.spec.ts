import { dayInWords } from './day-in-words.js';

describe('dayInWords', () => {
  it.each([
    ['2026-11-02', '2 November 2026'],
    ['2028-02-29', '29 Februari 2028'],
    ['2026-12-31', '31 Desember 2026'],
  ])('writes %s as a paper does', (day, said) => {
    expect(dayInWords(day)).toBe(said);
  });

  it('knows no day that is none', () => {
    expect(() => dayInWords('kemarin')).toThrow(RangeError);
  });
});
