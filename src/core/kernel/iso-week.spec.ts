import fc from 'fast-check';
import { daysOfWeek, isIsoWeek, isoWeekOf, weeksInYear } from './iso-week.js';

describe('ISO weeks', () => {
  it('knows that 2026 has 53 weeks and 2025 has 52', () => {
    expect([weeksInYear(2026), weeksInYear(2025)]).toEqual([53, 52]);
  });

  it('puts 1 January 2027 into 2026-W53', () => {
    expect(isoWeekOf('2027-01-01')).toBe('2026-W53');
    expect(daysOfWeek('2026-W53')).toContain('2027-01-01');
  });

  it.each(['2026-W54', '2026-W00', '2025-W53', '2026-W1', 'W48', '2026-48'])('refuses %s', (text) => {
    expect(isIsoWeek(text)).toBe(false);
    expect(() => daysOfWeek(text)).toThrow(RangeError);
  });

  it('finds every day again in its own week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(daysOfWeek(isoWeekOf(date))).toContain(date);
      }),
    );
  });
});
