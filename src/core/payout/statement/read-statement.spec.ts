import { readStatement } from './read-statement.js';
import type { FileRow } from './statement.js';

const rowsOf = (text: string, mark = ','): FileRow[] =>
  text.split('\n').map((line, place) => ({ line: place + 1, cells: line.split(mark) }));

const BNI = 'Post Date;Value Date;Branch;Journal No.;Description;Amount;Db/Cr;Balance';
const bni = (...lines: string[]): FileRow[] => rowsOf([BNI, ...lines].join('\n'), ';');
const first = '05/11/26;05/11/26;0259;1;MASUK;500,000.00;C;1,500,000.00';
const second = '06/11/26;06/11/26;0259;2;KELUAR;1,200,000.00;D;300,000.00';

describe('a bank statement', () => {
  it('is read oldest first, whichever way the bank writes it', () => {
    const oldestFirst = readStatement(bni(first, second));
    expect(oldestFirst.lines.map(({ bookedOn, amountRp, text }) => [bookedOn, amountRp, text])).toEqual([
      ['2026-11-05', 500_000, 'MASUK'],
      ['2026-11-06', -1_200_000, 'KELUAR'],
    ]);
    expect(readStatement(bni(second, first)).lines.map(({ amountRp }) => amountRp)).toEqual([
      500_000, -1_200_000,
    ]);
  });

  it('is refused whole when a line is missing or an amount was changed', () => {
    const third = '07/11/26;07/11/26;0259;3;MASUK;100,000.00;C;400,000.00';
    expect(readStatement(bni(first, second, third)).lines).toHaveLength(3);
    expect(() => readStatement(bni(first, third))).toThrow('STATEMENT_DOES_NOT_ADD_UP');
    expect(() => readStatement(bni(first, second.replace('1,200', '1,300')))).toThrow(
      'STATEMENT_DOES_NOT_ADD_UP',
    );
  });

  it('is refused with the line and column that cannot be read', () => {
    expect(() => readStatement(bni(first.replace('05/11/26', '31/02/26')))).toThrow(
      'Line 2: post date "31/02/26"',
    );
    expect(() => readStatement(bni(first.replace('500,000.00', '5O0')))).toThrow('Line 2: amount "5O0"');
  });

  it('is refused where the way of an amount is not said, or said twice', () => {
    for (const odd of [
      first.replace(';C;', ';DK;'),
      first.replace(';C;', ';;'),
      second.replace('1,200,000.00;D', '-1,200,000.00;D'),
    ])
      expect(() => readStatement(bni(odd))).toThrow('STATEMENT_ROW_UNREADABLE');
    expect(readStatement(bni(second.replace(';D;', ';Debet;'))).lines[0]).toMatchObject({
      amountRp: -1_200_000,
    });
    const bca = 'Tanggal Transaksi;Keterangan;Cabang;Jumlah;Saldo';
    expect(() => readStatement(rowsOf(`${bca}\n05/11/2026;KELUAR;0;500,000.00;1`, ';'))).toThrow(
      'Line 2: jumlah ""',
    );
  });

  it('is of one account, whichever rows name it', () => {
    const heading = 'AccountNo,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount';
    const row = (account: string): string => `${account},05/11/2026,MASUK,-,500.00,0.00`;
    const own = rowsOf([heading, row('1330012345678'), row('')].join('\n'));
    expect(readStatement(own).accountNumber).toBe('1330012345678');
    expect(() =>
      readStatement(rowsOf([heading, row('1330012345678'), row('1330087654321')].join('\n'))),
    ).toThrow('STATEMENT_OF_ANOTHER_ACCOUNT');
  });

  it('has no control characters in its texts', () => {
    const odd = first.replace('MASUK', 'MA\u0000SUK\u0007 \u00a0 1');
    expect(readStatement(bni(odd)).lines[0]?.text).toBe('MA SUK 1');
  });

  it('is refused when it is empty or of a bank that is not known', () => {
    expect(() => readStatement([])).toThrow('STATEMENT_EMPTY');
    expect(() => readStatement(bni())).toThrow('STATEMENT_EMPTY');
    expect(() => readStatement(rowsOf('Datum,Betrag\n1,2'))).toThrow('STATEMENT_FORMAT_UNKNOWN');
  });

  it('keeps the sen of interest beside its rupiah', () => {
    const interest = '30/11/26;30/11/26;0259;9;BUNGA;1,234.56;C;301,234.56';
    expect(readStatement(bni(second, interest)).lines[1]).toMatchObject({ amountRp: 1_234, sen: 56 });
  });
});
