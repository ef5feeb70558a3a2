import { onceUsed } from './once-used.js';

const civil = onceUsed(
  () =>
    new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Jakarta',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
);

/** The civil day of a moment (UTC+7), as `2026-11-26`. */
export const dayOf = (at: Date): string => civil().format(at);
