import { wordReminder } from './word-reminder.js';

describe('a reminder', () => {
  it('says what is owed to whom since when, in both languages', () => {
    const text = wordReminder({
      stage: 'late-3',
      payeeName: 'Bulog',
      openRp: 1_250_000,
      dueOn: '2026-11-10',
    });
    expect(text).toBe(
      'Sepikul: tagihan Rp1.250.000 kepada Bulog (jatuh tempo 2026-11-10) sudah lewat jatuh tempo. Cara bayarnya ada di Sepikul.\n' +
        'Sepikul: the bill of Rp1,250,000 from Bulog (due 2026-11-10) is overdue. How to pay is shown in Sepikul.',
    );
  });
});
