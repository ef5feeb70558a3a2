import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { plainText } from '../../core/kernel/plain-text.js';
import { stillZip } from './still-zip.js';

export type SheetCell = string | number | null;

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly isBold?: boolean;
}

interface SheetLayout {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** So many rows stay in sight. */
  readonly headings: number;
}

/** Every text passes here: a cell of type text, and plain even where the file is made a CSV. */
const show = (cell: SheetCell, isBold: boolean): SheetData[number][number] => {
  if (cell === null) return null;
  const weight = isBold ? { fontWeight: 'bold' as const } : {};
  return typeof cell === 'number'
    ? { value: cell, type: Number, ...weight }
    : { value: plainText(cell), type: String, ...weight };
};

/**
 * Writes an xlsx file; the same rows are the same bytes. The one way by which a spreadsheet leaves, which a rule of the
 * linter holds, so that no export can forget to make its texts plain.
 */
export const writeSheet = async (
  rows: readonly SheetRow[],
  { name, widths, headings }: SheetLayout,
): Promise<Buffer> => {
  const data = rows.map(({ cells, isBold = false }) => cells.map((cell) => show(cell, isBold)));
  const columns = widths.map((width) => ({ width }));
  return stillZip(await writeExcelFile(data, { sheet: name, columns, stickyRowsCount: headings }).toBuffer());
};
