import { declareGrades } from './declare-grades.js';

const a = { code: 'A', priceBps: 10_000 };
const b = { code: 'B', priceBps: 9_000 };

describe('declaring grades', () => {
  it('takes falling grades from full grade on, and one grade when nothing is said', () => {
    expect(declareGrades('sell', [a, b], 'grades')).toEqual([a, b]);
    for (const side of ['buy', 'sell'] as const) expect(declareGrades(side, undefined, 'grades')).toEqual([]);
  });

  it.each([
    ['GRADES_ONLY_WHEN_SELLING', 'buy' as const, [a], 'grades'],
    ['GRADE_FIRST_NOT_FULL', 'sell' as const, [b], 'grades.0.priceBps'],
    ['GRADE_TWICE', 'sell' as const, [a, { ...b, code: 'A' }], 'grades.1.code'],
    ['GRADES_NOT_FALLING', 'sell' as const, [a, { ...a, code: 'B' }], 'grades.1.priceBps'],
  ])('refuses %s', (code, side, grades, field) => {
    expect(() => declareGrades(side, grades, 'grades')).toThrow(
      expect.objectContaining({ code, errors: [expect.objectContaining({ field }) as object] }) as Error,
    );
  });
});
