import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../platform/package-root.js';

/** One line of a table under `data/`; what it does not hold is a fault of the file, named with its place. */
export class CsvRow {
  constructor(
    private readonly cells: Readonly<Record<string, string>>,
    private readonly place: string,
  ) {}

  text(column: string): string {
    const cell = this.textOrNull(column);
    if (cell === null) throw new Error(`${this.place}: ${column} is empty`);
    return cell;
  }

  textOrNull(column: string): string | null {
    const cell = this.cells[column];
    if (cell === undefined) throw new Error(`${this.place}: there is no column ${column}`);
    return cell === '' ? null : cell;
  }

  number(column: string): number {
    const number = Number(this.text(column));
    if (!Number.isFinite(number)) throw new Error(`${this.place}: ${column} is no number`);
    return number;
  }

  numberOrNull(column: string): number | null {
    return this.textOrNull(column) === null ? null : this.number(column);
  }
}

/** Reads `data/<file>`, whose first line names the columns. */
export const readCsv = (file: string): CsvRow[] => {
  const rows = parse<Record<string, string>>(readFileSync(join(packageRoot(), 'data', file)), {
    columns: true,
    skip_empty_lines: true,
  });
  return rows.map((cells, line) => new CsvRow(cells, `data/${file} row ${line + 1}`));
};
