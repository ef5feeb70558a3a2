import fc from 'fast-check';
import { columns, padCell, tableRow, wrap } from './lay-out-text.js';

describe('laying out text', () => {
  it('breaks lines at spaces and indents what follows', () => {
    expect(wrap('aaa bbb ccc', '- ', '  ', 9)).toEqual(['- aaa bbb', '  ccc']);
  });

  it('keeps every word, and every line within the width unless one word is wider', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (text) => {
        const lines = wrap(text.join(' '), '', '  ', 30);
        expect(lines.join(' ').split(/ +/).filter(Boolean)).toEqual(text);
        expect(lines.every((line) => line.length <= 30)).toBe(true);
      }),
    );
  });

  it('cuts what does not fit a column', () => {
    expect([padCell('abc', 5), padCell('abcdef', 5)]).toEqual(['abc  ', 'abcd…']);
  });

  it('sets numbers to the right', () => {
    expect(tableRow('ab', ['1', '20'], 4, 5)).toBe('  ab      1   20');
  });

  it('reads down its columns', () => {
    expect(columns(['a', 'b', 'c'], 2, ' ')).toEqual(['  a c', '  b']);
  });
});
