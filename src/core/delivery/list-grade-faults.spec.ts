import { listGradeFaults, sortsTheSame } from './list-grade-faults.js';

const codesOf = (declared: string[], accepted: number, grades: { code: string; packs: number }[]): string[] =>
  listGradeFaults(declared, accepted, grades, 'lines.0.grades').map(({ code }) => code);

describe('sorting accepted packs into grades', () => {
  it.each([
    [
      ['A', 'B'],
      9,
      [
        { code: 'A', packs: 6 },
        { code: 'B', packs: 3 },
      ],
      [],
    ],
    [['A', 'B'], 0, [], []],
    [[], 9, [], []],
    [
      ['A', 'B'],
      9,
      [
        { code: 'A', packs: 6 },
        { code: 'B', packs: 2 },
      ],
      ['GRADES_NOT_ACCOUNTED_FOR'],
    ],
    [['A', 'B'], 9, [], ['GRADES_NOT_COUNTED']],
    [[], 9, [{ code: 'A', packs: 9 }], ['GRADE_UNKNOWN']],
    [['A', 'B'], 9, [{ code: 'C', packs: 9 }], ['GRADE_UNKNOWN']],
    [
      ['A'],
      9,
      [
        { code: 'A', packs: 4 },
        { code: 'A', packs: 5 },
      ],
      ['GRADE_TWICE'],
    ],
  ])('%j, %i accepted, %j: %j', (declared, accepted, grades, expected) => {
    expect(codesOf(declared, accepted, grades)).toEqual(expected);
  });

  it('knows the same sorting in another order, and another one', () => {
    const [a, b] = [
      { code: 'A', packs: 6 },
      { code: 'B', packs: 3 },
    ];
    expect(sortsTheSame([a, b], [b, a, { code: 'C', packs: 0 }])).toBe(true);
    expect(sortsTheSame([a, b], [a, { ...b, packs: 2 }])).toBe(false);
  });
});
