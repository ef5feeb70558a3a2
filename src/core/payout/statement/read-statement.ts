import { refusePayout } from '../refusals.js';
import { findHeading, formats, type Heading } from './formats.js';
import { plainCell, readAccount } from './read-cells.js';
import type { FileRow, ReadRow, Statement, StatementLine } from './statement.js';

const isEmpty = ({ cells }: FileRow): boolean => cells.every((text) => text.trim() === '');

/** Before the table a bank may say whose account it is: `No. Rekening : '1234567890`. */
const accountAbove = (rows: readonly FileRow[]): string | null => {
  for (const { cells } of rows) {
    const place = cells.findIndex((text) => /rek(ening)?|account/i.test(text));
    if (place < 0) continue;
    const found = readAccount(cells.slice(place).map(plainCell).join(' '));
    if (found !== null) return found;
  }
  return null;
};

/** Below the table come totals, as `Saldo Awal : ,1000`: the table ends with the first row that is shorter or says so. */
const isTotal = ({ cells }: FileRow): boolean => /^'?\s*(saldo|mutasi|total)\b/i.test(cells[0] ?? '');

const tableOf = (rows: readonly FileRow[], { at }: Heading): FileRow[] => {
  const below = rows.slice(at + 1).filter((row) => !isEmpty(row));
  const end = below.findIndex(isTotal);
  return end < 0 ? below : below.slice(0, end);
};

const toLine = (line: number, { bookedOn, amountSen, text, balanceSen }: ReadRow): StatementLine => ({
  line,
  bookedOn,
  amountRp: Number(amountSen / 100n),
  sen: Number(amountSen % 100n),
  text,
  balanceSen,
});

const senOf = ({ amountRp, sen }: StatementLine): bigint => BigInt(amountRp) * 100n + BigInt(sen);

/** The first line whose balance does not follow, read from the oldest on; undefined when all do. */
const firstGap = (lines: readonly StatementLine[]): StatementLine | undefined =>
  lines.find((line, place) => {
    const before = lines[place - 1]?.balanceSen;
    if (before === undefined || before === null || line.balanceSen === null) return false;
    return before + senOf(line) !== line.balanceSen;
  });

/** The oldest line first. Most banks write so; where the balances only follow the other way, it was the other way. */
const inOrder = (lines: readonly StatementLine[]): readonly StatementLine[] => {
  const gap = firstGap(lines);
  if (gap === undefined) return lines;
  const turned = [...lines].reverse();
  if (firstGap(turned) === undefined) return turned;
  throw refusePayout('STATEMENT_DOES_NOT_ADD_UP', { line: gap.line }, 'file');
};

/**
 * Reads a bank's statement whose file has been cut into rows and cells: which bank's it is the heading tells, and
 * where there are balances each must follow from the one before, so that a cut or edited file is refused whole.
 *
 * @throws Refusal that names the line.
 */
export const readStatement = (rows: readonly FileRow[]): Statement => {
  if (rows.every(isEmpty)) throw refusePayout('STATEMENT_EMPTY', {}, 'file');
  const heading = findHeading(rows);
  if (heading === undefined) throw refusePayout('STATEMENT_FORMAT_UNKNOWN', {}, 'file');
  const table = tableOf(rows, heading);
  if (table.length === 0) throw refusePayout('STATEMENT_EMPTY', {}, 'file');
  const read = table.map(({ line, cells }) => ({
    line,
    row: formats[heading.format].readRow(
      new Map(heading.names.map((name, place) => [name, cells[place] ?? ''])),
      line,
    ),
  }));
  const [named = null, another] = new Set(
    read.flatMap(({ row: { accountNumber } }) => (accountNumber === null ? [] : [accountNumber])),
  );
  // Of several accounts in one file nobody knows which the rows without a number are of.
  if (another !== undefined) throw refusePayout('STATEMENT_OF_ANOTHER_ACCOUNT', {}, 'file');
  return {
    format: heading.format,
    accountNumber: named ?? accountAbove(rows.slice(0, heading.at)),
    lines: inOrder(read.map(({ line, row }) => toLine(line, row))),
  };
};
