import { readAccount, readDay, readEither, readMark, readSen, readSize } from './read-cells.js';
import type { BankFormat, FileRow, ReadRow } from './statement.js';

/** How a bank lays its statement out as CSV. Columns are found by name, so that one more or another order does no harm. */
interface Format {
  /** All of them must stand in one row: the heading. Written in small letters, without blanks at their ends. */
  readonly columns: readonly string[];
  readRow(cells: ReadonlyMap<string, string>, line: number): ReadRow;
}

type Cells = ReadonlyMap<string, string>;

const cell = (cells: Cells, column: string): string => cells.get(column) ?? '';

const sen = (cells: Cells, column: string, line: number): bigint =>
  readSen(cell(cells, column), { line, column });

const day = (cells: Cells, column: string, line: number): string =>
  readDay(cell(cells, column), { line, column });

const eitherSen = (cells: Cells, credit: string, debit: string, line: number): bigint =>
  readEither(cell(cells, credit), cell(cells, debit), { line, column: `${credit} / ${debit}` });

/** Amount and direction in one cell: `1,250,000.00 CR`. */
const directedSen = (cells: Cells, column: string, line: number): bigint => {
  const [, amount = '', mark = ''] = /^(.*?)([A-Za-z]*\.?)$/.exec(cell(cells, column).trim()) ?? [];
  const size = readSize(amount, { line, column });
  return size === 0n ? 0n : BigInt(readMark(mark, { line, column })) * size;
};

// Control characters are no text: a database keeps none of them.
const joined = (...texts: string[]): string =>
  texts
    .map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((text) => text !== '' && text !== '-')
    .join(' ');

/**
 * The layouts that are read. They follow the column names of the banks' own business portals as their users describe
 * them; the examples in test/fixtures/bank are made by us. Another bank is another entry here.
 */
export const formats: Readonly<Record<BankFormat, Format>> = {
  // KlikBCA Bisnis: account and totals in rows of their own around the table.
  bca: {
    columns: ['tanggal transaksi', 'keterangan', 'cabang', 'jumlah', 'saldo'],
    readRow: (cells, line) => ({
      bookedOn: day(cells, 'tanggal transaksi', line),
      amountSen: directedSen(cells, 'jumlah', line),
      text: joined(cell(cells, 'keterangan')),
      balanceSen: sen(cells, 'saldo', line),
      accountNumber: null,
    }),
  },
  // BRI: debit and credit apart, the balance after each.
  bri: {
    columns: ['norek', 'tgl_tran', 'desk_tran', 'mutasi_debet', 'mutasi_kredit', 'saldo_akhir_mutasi'],
    readRow: (cells, line) => ({
      bookedOn: day(cells, 'tgl_tran', line),
      amountSen: eitherSen(cells, 'mutasi_kredit', 'mutasi_debet', line),
      text: joined(cell(cells, 'desk_tran')),
      balanceSen: sen(cells, 'saldo_akhir_mutasi', line),
      accountNumber: readAccount(cell(cells, 'norek')),
    }),
  },
  // BNI Direct: the direction in a column of its own.
  bni: {
    columns: ['post date', 'journal no.', 'description', 'amount', 'db/cr', 'balance'],
    readRow: (cells, line) => {
      const amount = readSize(cell(cells, 'amount'), { line, column: 'amount' });
      return {
        bookedOn: day(cells, 'post date', line),
        amountSen: BigInt(readMark(cell(cells, 'db/cr'), { line, column: 'db/cr' })) * amount,
        text: joined(cell(cells, 'description')),
        balanceSen: sen(cells, 'balance', line),
        accountNumber: null,
      };
    },
  },
  // Mandiri Cash Management: two texts, no balance after each line that could be relied on.
  mandiri: {
    columns: ['accountno', 'postdate', 'remarks', 'additionaldesc', 'credit amount', 'debit amount'],
    readRow: (cells, line) => ({
      bookedOn: day(cells, 'postdate', line),
      amountSen: eitherSen(cells, 'credit amount', 'debit amount', line),
      text: joined(cell(cells, 'remarks'), cell(cells, 'additionaldesc')),
      balanceSen: cells.has('close balance') ? sen(cells, 'close balance', line) : null,
      accountNumber: readAccount(cell(cells, 'accountno')),
    }),
  },
};

const nameOf = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

export interface Heading {
  readonly format: BankFormat;
  /** Where the table begins, as a place in the list of rows. */
  readonly at: number;
  readonly names: readonly string[];
}

/** The first row that names every column of one format. */
export const findHeading = (rows: readonly FileRow[]): Heading | undefined => {
  for (const [at, { cells }] of rows.entries()) {
    const names = cells.map(nameOf);
    const format = (Object.keys(formats) as BankFormat[]).find((name) =>
      formats[name].columns.every((column) => names.includes(column)),
    );
    if (format !== undefined) return { format, at, names };
  }
  return undefined;
};
