import { remindDue } from './remind-due.js';

describe('reminders', () => {
  it('come the day before, on the day, and 3, 7 and 14 days after', () => {
    const on = (day: number) => remindDue('2026-11-10', `2026-11-${String(day).padStart(2, '0')}`);
    expect([8, 9, 10, 11, 12, 13, 16, 17, 23, 24, 30].map(on)).toEqual([
      undefined,
      'tomorrow',
      'today',
      undefined,
      undefined,
      'late-3',
      'late-3',
      'late-7',
      'late-7',
      'late-14',
      'late-14',
    ]);
    expect(remindDue('2026-11-10', '2026-12-11')).toBeUndefined();
  });
});
