import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { plainText } from '../../core/kernel/plain-text.js';
import { writeCsv } from './write-csv.js';

describe('a CSV file that is written', () => {
  it('holds no formula, and numbers as they are', () => {
    const text = writeCsv([
      ['=SUM(A1)', -5, null],
      ['a "b"\r\nc', 0, '@x'],
    ]).toString('utf8');
    expect(text).toBe(`\ufeff"'=SUM(A1)",-5,\r\n"a ""b""\r\nc",0,"'@x"\r\n`);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer()), { minLength: 1 }), (rows) => {
        const read = parse(writeCsv(rows), { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
        expect(read).toEqual(rows.map(([text, number]) => [plainText(text), String(number)]));
      }),
    );
  });
});
