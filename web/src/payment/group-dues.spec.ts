import { groupDues, openOf, urgencyOf } from './group-dues.js';

const NOW = Date.parse('2026-11-26T10:00:00Z');
const due = (dueAt: string | null, isOverdue = false) => ({ dueAt, isOverdue, openRp: 100 });

describe('what is to be paid', () => {
  it.each([
    [due('2026-11-20T10:00:00Z', true), 'overdue'],
    [due('2026-12-03T10:00:00Z'), 'soon'],
    [due('2026-12-03T10:00:01Z'), 'later'],
    [due(null), 'any'],
  ])('%o is %s', (row, urgency) => {
    expect(urgencyOf(row, NOW)).toBe(urgency);
  });

  it('stands by urgency, in the order it came, with nothing empty', () => {
    const [late, soon, soonToo] = [
      due('2026-11-20T10:00:00Z', true),
      due('2026-11-27T10:00:00Z'),
      due('2026-11-28T10:00:00Z'),
    ];
    expect(groupDues([soon, late, soonToo], NOW)).toEqual([
      ['overdue', [late]],
      ['soon', [soon, soonToo]],
    ]);
    expect(groupDues([], NOW)).toEqual([]);
  });

  it('is summed', () => {
    expect(openOf([due(null), due(null)])).toBe(200);
    expect(openOf([])).toBe(0);
  });
});
