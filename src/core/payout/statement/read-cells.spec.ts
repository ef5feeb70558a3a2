import { readDay, readEither, readMark, readSen, readSize } from './read-cells.js';

const place = { line: 1, column: 'jumlah' };

describe('a cell of a statement', () => {
  it.each([
    ['1,250,000.00', 125_000_000n],
    ['1.250.000,5', 125_000_050n],
    ['1250000', 125_000_000n],
    ['Rp 1.250', 125_000n],
    ["'-1,250.75", -125_075n],
    ['', 0n],
    ['="1,250.00"', 125_000n],
    ['0', 0n],
    [' - ', 0n],
  ])('reads %s', (text, sen) => {
    expect(readSen(text, place)).toBe(sen);
  });

  it.each([
    '1,25,000',
    '12.34.5',
    '1.250,000.00',
    '(500.00)',
    '500.00-',
    '=1+1',
    'abc',
    '1e6',
    '9'.repeat(16),
  ])('refuses %s', (text) => {
    expect(() => readSen(text, place)).toThrow('STATEMENT_ROW_UNREADABLE');
  });

  it.each([
    ["'05/11/2026", '2026-11-05'],
    ['5-1-26', '2026-01-05'],
    ['2026-11-05 10:14:03', '2026-11-05'],
  ])('reads the day %s', (text, day) => {
    expect(readDay(text, place)).toBe(day);
  });

  it.each(['31/02/2026', '2026-13-01', '05/11', 'kemarin'])('refuses the day %s', (text) => {
    expect(() => readDay(text, place)).toThrow('STATEMENT_ROW_UNREADABLE');
  });

  it('says which way money went by a mark that is known, or not at all', () => {
    for (const mark of ['CR', 'c', 'K', 'Kredit', 'KR.']) expect(readMark(mark, place)).toBe(1);
    for (const mark of ['DB', 'd', 'DR', 'Debet', 'DEBIT']) expect(readMark(mark, place)).toBe(-1);
    for (const mark of ['', 'DK', '-', 'PEND'])
      expect(() => readMark(mark, place)).toThrow('STATEMENT_ROW_UNREADABLE');
  });

  it('has no sign where something else tells which way money went', () => {
    expect(readEither('500.00', '', place)).toBe(50_000n);
    expect(readEither('0.00', '500.00', place)).toBe(-50_000n);
    for (const [credit, debit] of [
      ['', '-500.00'],
      ['-500.00', ''],
      ['500.00', '200.00'],
    ] as const)
      expect(() => readEither(credit, debit, place)).toThrow('STATEMENT_ROW_UNREADABLE');
    expect(() => readSize('-1', place)).toThrow('STATEMENT_ROW_UNREADABLE');
  });
});
