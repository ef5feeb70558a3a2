import fc from 'fast-check';
import { plainText } from './plain-text.js';

describe('text for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\n=1',
    '  =1',
    '\u200b=1',
    '\u0000-1',
    '＝1',
    '＠x',
  ])('is made plain where it could be a formula: %j', (text) => {
    expect(plainText(text)).toBe(`'${text}`);
  });

  it.each(['Koperasi Maju', 'a=b', '3-4', "'=1", '', 'x\t=1'])(
    'stays as it is where it could not: %j',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  it('never begins as a formula does, and twice is once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', 'a', "'", '\u200b') }),
        (text) => {
          const plain = plainText(text);
          expect(plain).not.toMatch(/^[\s\u200b]*[=+\-@]/);
          expect(plainText(plain)).toBe(plain);
        },
      ),
    );
  });
});
