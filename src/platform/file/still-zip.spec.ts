import { setTimeout as pause } from 'node:timers/promises';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { stillZip } from './still-zip.js';

const write = (): Promise<Buffer> => writeExcelFile([['beras', 1]]).toBuffer();

describe('a zip archive without times', () => {
  it('is the same bytes whenever it was written, and still opens', async () => {
    const first = stillZip(await write());
    // Times in a zip archive are counted in two seconds.
    await pause(2_100);
    const second = stillZip(await write());
    expect(second.equals(first)).toBe(true);
    expect((await readExcelFile(first))[0]?.data).toEqual([['beras', 1]]);
  });

  it('refuses what is no archive', () => {
    expect(() => stillZip(Buffer.from('no archive'))).toThrow(RangeError);
    expect(() => stillZip(Buffer.alloc(100))).toThrow(RangeError);
  });
});
