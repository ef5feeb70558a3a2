const LONG = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * A civil day `YYYY-MM-DD` as papers write it.
 *
 *   2026-11-02 | 2 November 2026
 */
export const dayInWords = (day: string): string => LONG.format(new Date(`${day}T00:00:00Z`));
