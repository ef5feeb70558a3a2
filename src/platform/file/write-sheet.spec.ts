import readExcelFile from 'read-excel-file/node';
import { writeSheet } from './write-sheet.js';

describe('a sheet that is written', () => {
  it('holds texts and numbers, and no text that is a formula, headings included', async () => {
    const file = await writeSheet(
      [
        { cells: ['=HEADING()', 'b'], isBold: true },
        { cells: ['=HYPERLINK("http://x")', -5] },
        { cells: ['@SUM(A1)', 7] },
        { cells: ['\t-1', null] },
      ],
      { name: 'Uji', widths: [10, 10], headings: 1 },
    );
    const [sheet] = await readExcelFile(file);
    expect(sheet?.data).toEqual([
      ["'=HEADING()", 'b'],
      [`'=HYPERLINK("http://x")`, -5],
      ["'@SUM(A1)", 7],
      ["'\t-1", null],
    ]);
    expect(file.toString('latin1')).not.toContain('<f>');
  });
});
