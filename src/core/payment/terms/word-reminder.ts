import type { ReminderStage } from './remind-due.js';

export interface Reminder {
  readonly stage: ReminderStage;
  readonly payeeName: string;
  readonly openRp: number;
  readonly dueOn: string;
}

const WHEN: Readonly<Record<ReminderStage, readonly [string, string]>> = {
  tomorrow: ['jatuh tempo besok', 'is due tomorrow'],
  today: ['jatuh tempo hari ini', 'is due today'],
  'late-3': ['sudah lewat jatuh tempo', 'is overdue'],
  'late-7': ['sudah lewat jatuh tempo lebih dari seminggu', 'has been overdue for more than a week'],
  'late-14': ['sudah lewat jatuh tempo lebih dari dua minggu', 'has been overdue for more than two weeks'],
};

const amount = (rp: number, locale: string): string => `Rp${new Intl.NumberFormat(locale).format(rp)}`;

/** What people of a party read outside the system about what it owes, Bahasa Indonesia first; no link, no number to pay to. */
export const wordReminder = ({ stage, payeeName, openRp, dueOn }: Reminder): string =>
  [
    `Sepikul: tagihan ${amount(openRp, 'id-ID')} kepada ${payeeName} (jatuh tempo ${dueOn}) ${WHEN[stage][0]}. Cara bayarnya ada di Sepikul.`,
    `Sepikul: the bill of ${amount(openRp, 'en-GB')} from ${payeeName} (due ${dueOn}) ${WHEN[stage][1]}. How to pay is shown in Sepikul.`,
  ].join('\n');
