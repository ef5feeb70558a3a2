/**
 * Weeks after ISO 8601: `2026-W48`, Monday first; the week-year is not the calendar year
 * (2027-01-01 lies in 2026-W53). Civil dates are strings `YYYY-MM-DD`, computed in UTC so that no
 * machine's zone can move them.
 */
const DAY_MS = 86_400_000;

const weekPattern = /^(\d{4})-W(\d{2})$/;

/** Monday of ISO week 1: the week that holds 4 January. */
const firstMonday = (weekYear: number): number => {
  const fourth = Date.UTC(weekYear, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * DAY_MS;
};

const civil = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const weeksInYear = (weekYear: number): 52 | 53 =>
  (firstMonday(weekYear + 1) - firstMonday(weekYear)) / DAY_MS === 371 ? 53 : 52;

export const isIsoWeek = (text: string): boolean => {
  const match = weekPattern.exec(text);
  if (!match) return false;
  const week = Number(match[2]);
  return week >= 1 && week <= weeksInYear(Number(match[1]));
};

/** The seven civil dates of a week, Monday first. @throws RangeError when the text is no ISO week. */
export const daysOfWeek = (isoWeek: string): string[] => {
  const match = weekPattern.exec(isoWeek);
  if (!match || !isIsoWeek(isoWeek)) throw new RangeError(`${isoWeek} is not an ISO week`);
  const monday = firstMonday(Number(match[1])) + (Number(match[2]) - 1) * 7 * DAY_MS;
  return Array.from({ length: 7 }, (_, day) => civil(monday + day * DAY_MS));
};

/** The ISO week of a civil date. */
export const isoWeekOf = (date: string): string => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  const thursday = ms + (3 - ((new Date(ms).getUTCDay() + 6) % 7)) * DAY_MS;
  const weekYear = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - firstMonday(weekYear)) / (7 * DAY_MS)) + 1;
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
};
