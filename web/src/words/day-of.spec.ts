import { dayOf } from './day-of.js';

describe('the civil day of a moment', () => {
  it.each([
    ['2026-11-26T16:59:59Z', '2026-11-26'],
    ['2026-11-26T17:00:00Z', '2026-11-27'],
    ['2026-12-31T17:00:00Z', '2027-01-01'],
  ])('%s is %s', (at, day) => {
    expect(dayOf(new Date(at))).toBe(day);
  });
});
