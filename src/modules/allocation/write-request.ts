import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Cell, Sheet } from '../../core/allocation/lay-out-request.js';
import { stillZip } from '../../platform/file/still-zip.js';

/** Texts are cells of type text, never formulas, whatever they begin with. */
const show = (cell: Cell, isBold = false): SheetData[number][number] => {
  if (cell === null) return null;
  const weight = isBold ? { fontWeight: 'bold' as const } : {};
  return typeof cell === 'number'
    ? { value: cell, type: Number, ...weight }
    : { value: cell, type: String, ...weight };
};

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
export const writeRequest = async (sheet: Sheet): Promise<Buffer> => {
  const data = [
    ...sheet.headings.map((row) => row.map((cell) => show(cell, true))),
    ...sheet.rows.map((row) => row.map((cell) => show(cell))),
    sheet.totals.map((cell) => show(cell, true)),
  ];
  const columns = sheet.totals.map((_, column) => ({ width: widthOf(sheet, column) }));
  const file = writeExcelFile(data, { sheet: sheet.name, columns, stickyRowsCount: 2 });
  return stillZip(await file.toBuffer());
};
