import { daysOfWeek, isoWeekOf } from '../../../src/core/kernel/iso-week.js';
import { now } from '../words/clock.js';
import { dayOf } from '../words/day-of.js';

const DAY_MS = 86_400_000;

/** A civil day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The ISO week so many weeks later. */
export const weekAfter = (isoWeek: string, weeks: number): string =>
  isoWeekOf(dayAfter(daysOfWeek(isoWeek)[0] ?? '', weeks * 7));

/** Today at the kitchen's place (UTC+7). */
export const today = (): string => dayOf(now());

/** Rows day by day, the days in order. */
export const byDay = <Row extends { readonly neededOn: string }>(
  rows: readonly Row[],
): readonly (readonly [day: string, rows: readonly Row[]])[] => {
  const days = [...new Set(rows.map(({ neededOn }) => neededOn))].sort();
  return days.map((day) => [day, rows.filter(({ neededOn }) => neededOn === day)]);
};

/**
 * The week a kitchen has to do something about: next week while it is not written, or the first from this one on that
 * is written and not published; null where all is well.
 */
export const weekToDo = (
  weeks: readonly { readonly isoWeek: string; readonly state: string }[],
  thisWeek: string,
): { readonly isoWeek: string; readonly isDraft: boolean } | null => {
  const [draft] = weeks
    .filter(({ isoWeek, state }) => state === 'draft' && isoWeek >= thisWeek)
    .map(({ isoWeek }) => isoWeek)
    .sort();
  if (draft !== undefined) return { isoWeek: draft, isDraft: true };
  const next = weekAfter(thisWeek, 1);
  return weeks.some(({ isoWeek }) => isoWeek === next) ? null : { isoWeek: next, isDraft: false };
};
