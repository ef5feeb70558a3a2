import { plainText } from '../../core/kernel/plain-text.js';
import type { SheetCell } from './write-sheet.js';

/** Tells spreadsheet programs that what follows is UTF-8. */
const MARK = '\ufeff';

const show = (cell: SheetCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${plainText(cell).replaceAll('"', '""')}"`;
};

/** Writes a CSV file after RFC 4180, every text in quotes and plain as in a sheet: no cell is a formula. */
export const writeCsv = (rows: readonly (readonly SheetCell[])[]): Buffer =>
  Buffer.from(MARK + rows.map((cells) => `${cells.map(show).join(',')}\r\n`).join(''), 'utf8');
