import { refusePayout } from '../refusals.js';

/** Where a cell stands, for the words of a refusal. */
export interface Place {
  readonly line: number;
  readonly column: string;
}

const unreadable = ({ line, column }: Place, value: string): Error =>
  refusePayout('STATEMENT_ROW_UNREADABLE', { line, column, value: value.slice(0, 40) }, 'file');

/** Banks put an apostrophe before what a spreadsheet must not take for a number, or the whole into `="..."`. */
export const plainCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim();

const isCivil = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * A day, in the ways banks write it, day first: 05/11/2026, 05-11-26, 2026-11-05, each with a time or without.
 *
 * @throws Refusal
 */
export const readDay = (cell: string, place: Place): string => {
  const text = plainCell(cell);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?$/.exec(text);
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: .*)?$/.exec(text);
  const [year = 0, month = 0, day = 0] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : local
      ? [Number(local[3]?.length === 2 ? `20${local[3]}` : local[3]), Number(local[2]), Number(local[1])]
      : [];
  if (!isCivil(year, month, day)) throw unreadable(place, cell);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
};

/**
 * An amount in sen. The last mark with one or two digits behind it is the decimal mark, whichever it is; a file that
 * groups by dots and one that groups by commas are both read, `1.250` and `1,250` as thousands.
 *
 *   1,250,000.00 -> 125000000 | 1.250.000,5 -> 125000050 | 1250000 -> 125000000 | (empty) -> 0
 *
 * @throws Refusal
 */
export const readSen = (cell: string, place: Place): bigint => {
  const text = plainCell(cell).replace(/^(?:Rp|IDR)\.?\s*/i, '');
  if (text === '' || text === '-') return 0n;
  const found = /^([+-])?(\d{1,3}(?:,\d{3})*|\d{1,3}(?:\.\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (found === null) throw unreadable(place, cell);
  const [, sign, whole = '', decimals = ''] = found;
  const digits = whole.replace(/[.,]/g, '');
  if (digits.length > 15) throw unreadable(place, cell);
  const sen = BigInt(digits) * 100n + BigInt(decimals.padEnd(2, '0'));
  return sign === '-' ? -sen : sen;
};

const marks: ReadonlyMap<string, 1 | -1> = new Map([
  ...['C', 'CR', 'K', 'KR', 'CREDIT', 'KREDIT'].map((mark) => [mark, 1] as const),
  ...['D', 'DB', 'DR', 'DEBIT', 'DEBET'].map((mark) => [mark, -1] as const),
]);

/** Which way money went, by the mark that says so: 1 in, -1 out. One that nobody knows is not taken for a credit. @throws Refusal */
export const readMark = (cell: string, place: Place): 1 | -1 => {
  const way = marks.get(plainCell(cell).replace(/\.$/, '').toUpperCase());
  if (way === undefined) throw unreadable(place, cell);
  return way;
};

/** An amount where something else tells which way it went: a sign beside that would turn it round. @throws Refusal */
export const readSize = (cell: string, place: Place): bigint => {
  const size = readSen(cell, place);
  if (size < 0n) throw unreadable(place, cell);
  return size;
};

/** What came in one column or left in another, never in both. @throws Refusal */
export const readEither = (credit: string, debit: string, place: Place): bigint => {
  const [inSen, outSen] = [readSize(credit, place), readSize(debit, place)];
  if (inSen !== 0n && outSen !== 0n) throw unreadable(place, `${credit} ${debit}`);
  return inSen - outSen;
};

/** Account numbers are compared by their digits. */
export const readAccount = (cell: string | undefined): string | null => {
  const digits = (cell ?? '').replace(/\D/g, '');
  return digits.length >= 6 && digits.length <= 20 ? digits : null;
};
