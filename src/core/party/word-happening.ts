import type { Language, Words } from '../kernel/words.js';
import { happenings, type HappeningKind } from './happenings.js';

const LOCALE: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const formatDate = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

const formatTime = (instant: string, language: Language, timeZone: string): string => {
  const shown = new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant));
  return `${shown} ${ZONE_NAMES[timeZone] ?? timeZone}`;
};

const isInBoth = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value;

/** A value in its format. What is kept may be older than the code that reads it: what does not fit is shown as it is. */
const formatValue = (value: unknown, format: string, language: Language, timeZone: string): string => {
  if (isInBoth(value)) return value[language];
  if (typeof value === 'number') {
    const grouped = new Intl.NumberFormat(LOCALE[language]).format(value);
    return format === 'rupiah' ? `Rp${grouped}` : grouped;
  }
  if (typeof value !== 'string') return '–';
  if (format === 'date') return formatDate(value, language);
  return format === 'time' ? formatTime(value, language, timeZone) : value;
};

/**
 * Words what happened to a party, in one language and in the party's time zone.
 *
 *   kind          | facts                                  | id
 *   pool-extended | committed 1250, closesAt 11:00Z, WIB … | … baru terkumpul 1.250 kemasan … sampai 27 Nov 2026, 18.00 WIB.
 */
export const wordHappening = (
  kind: HappeningKind,
  data: Readonly<Record<string, unknown>>,
  language: Language,
  timeZone: string,
): string =>
  happenings[kind][language].replace(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, format?: string) =>
    formatValue(data[name], format ?? 'text', language, timeZone),
  );
