import type { Sheet } from '../../core/allocation/lay-out-request.js';
import { writeSheet } from '../../platform/file/write-sheet.js';

const widthOf = (sheet: Sheet, column: number): number =>
  Math.min(
    40,
    2 +
      [...sheet.headings, ...sheet.rows, sheet.totals].reduce(
        (widest, row) => Math.max(widest, String(row[column] ?? '').length),
        0,
      ),
  );

/** The request as an xlsx file; the same request is the same bytes. */
export const writeRequest = (sheet: Sheet): Promise<Buffer> =>
  writeSheet(
    [
      ...sheet.headings.map((cells) => ({ cells, isBold: true })),
      ...sheet.rows.map((cells) => ({ cells })),
      { cells: sheet.totals, isBold: true },
      ...sheet.notes.map((cells) => ({ cells })),
    ],
    { name: sheet.name, widths: sheet.totals.map((_, column) => widthOf(sheet, column)), headings: 2 },
  );
