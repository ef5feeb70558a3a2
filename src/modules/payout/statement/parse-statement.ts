import { CsvError, parse } from 'csv-parse/sync';
import { refusePayout } from '../../../core/payout/refusals.js';
import { readStatement } from '../../../core/payout/statement/read-statement.js';
import type { FileRow, Statement } from '../../../core/payout/statement/statement.js';

/** What banks put between cells. */
const MARKS = [',', ';', '\t'];

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Most banks write their marks more often than the others occur in texts. */
const markOf = (text: string): string =>
  [...MARKS].sort((one, other) => text.split(other).length - text.split(one).length)[0] ?? ',';

/**
 * Cuts a bank's CSV into rows and cells, whichever mark it uses, and reads it.
 *
 * @throws Refusal that names the line.
 */
export const parseStatement = (content: Buffer): Statement => {
  const text = content.toString('utf8');
  try {
    const parsed = parse(text, {
      ...{ bom: true, delimiter: markOf(text), info: true, relax_column_count: true, relax_quotes: true },
      skip_empty_lines: false,
    }) as unknown as ParsedRow[];
    return readStatement(parsed.map(({ record, info }): FileRow => ({ line: info.lines, cells: record })));
  } catch (error) {
    if (error instanceof CsvError)
      throw refusePayout('STATEMENT_NOT_CSV', { line: Number(error.lines ?? 0) }, 'file');
    throw error;
  }
};
