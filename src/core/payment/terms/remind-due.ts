import { countDays } from './count-days.js';

export const reminderStages = ['tomorrow', 'today', 'late-3', 'late-7', 'late-14'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/**
 * Which reminder a due asks for on a day; each is sent once, and of those that nobody sent in time only the last.
 *
 *   the day before | its day | 1 or 2 days late | 3 to 6  | 7 to 13 | 14 to 30 | later
 *   tomorrow       | today   | –                | late-3  | late-7  | late-14  | –
 */
export const remindDue = (dueOn: string, today: string): ReminderStage | undefined => {
  const late = countDays(dueOn, today);
  if (late === -1) return 'tomorrow';
  if (late === 0) return 'today';
  if (late < 3 || late > 30) return undefined;
  if (late < 7) return 'late-3';
  return late < 14 ? 'late-7' : 'late-14';
};
