import { byDay, dayAfter, weekAfter, weekToDo } from './days.js';

it('counts days and weeks over the end of a year', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(weekAfter('2026-W53', 1)).toBe('2027-W01');
  expect(weekAfter('2027-W01', -1)).toBe('2026-W53');
});

it('puts rows under their days, in order', () => {
  const rows = [{ neededOn: '2026-12-02' }, { neededOn: '2026-12-01' }, { neededOn: '2026-12-02' }];
  expect(byDay(rows).map(([day, of]) => [day, of.length])).toEqual([
    ['2026-12-01', 1],
    ['2026-12-02', 2],
  ]);
});

describe('the week to do something about', () => {
  const now = '2026-W48';
  it.each([
    ['next week, where it is not written', [], { isoWeek: '2026-W49', isDraft: false }],
    [
      'a week that is written and not published',
      [
        { isoWeek: '2026-W49', state: 'published' },
        { isoWeek: '2026-W50', state: 'draft' },
      ],
      { isoWeek: '2026-W50', isDraft: true },
    ],
    [
      'none, where next week is published, whatever was left in the past',
      [
        { isoWeek: '2026-W47', state: 'draft' },
        { isoWeek: '2026-W49', state: 'published' },
      ],
      null,
    ],
  ])('is %s', (_, weeks, expected) => {
    expect(weekToDo(weeks, now)).toEqual(expected);
  });
});
