import { CsvError, parse } from 'csv-parse/sync';
import { refusePayout } from '../../../core/payout/refusals.js';
import { findHeading } from '../../../core/payout/statement/formats.js';
import { readStatement } from '../../../core/payout/statement/read-statement.js';
import type { FileRow, Statement } from '../../../core/payout/statement/statement.js';

/** What banks put between cells. */
const MARKS = [',', ';', '\t'];

interface ParsedRow {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** A file cut by a mark that is not its own may be no CSV at all. */
const cut = (text: string, delimiter: string): FileRow[] | CsvError => {
  try {
    const parsed = parse(text, {
      ...{ bom: true, delimiter, info: true, relax_column_count: true, relax_quotes: true },
      ...{ skip_empty_lines: false, record_delimiter: ['\r\n', '\n', '\r'] },
    }) as unknown as ParsedRow[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
};

/**
 * Cuts a bank's CSV into rows and cells and reads it: by the mark under which a heading is found, for amounts hold more
 * commas than a row has cells.
 *
 * @throws Refusal that names the line.
 */
export const parseStatement = (content: Buffer): Statement => {
  const text = content.toString('utf8');
  const ways = MARKS.map((mark) => cut(text, mark));
  const rows = ways.filter((way): way is FileRow[] => !(way instanceof CsvError));
  const found = rows.find((way) => findHeading(way) !== undefined) ?? rows[0];
  if (found !== undefined) return readStatement(found);
  const [error] = ways;
  throw refusePayout(
    'STATEMENT_NOT_CSV',
    { line: error instanceof CsvError ? Number(error.lines ?? 0) : 0 },
    'file',
  );
};
