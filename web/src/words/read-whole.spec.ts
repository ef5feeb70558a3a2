import { readWhole } from './read-whole.js';

describe('reading a whole number', () => {
  it.each([
    ['1250000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['Rp1.250.000', 1_250_000],
    [' Rp. 1.250.000,00 ', 1_250_000],
    ['1.250.000,-', 1_250_000],
    ['1,250,000', 1_250_000],
    // In the middle of typing one more digit.
    ['1.2500', 12_500],
    ['0', 0],
    ['999999999999999', 999_999_999_999_999],
  ])('takes %s', (text, value) => {
    expect(readWhole(text)).toBe(value);
  });

  it('takes nothing for nothing', () => {
    expect([readWhole(''), readWhole('   '), readWhole('Rp')]).toEqual([null, null, null]);
  });

  it.each([
    '12,5',
    '1,250',
    '-5',
    '−5',
    '1e15',
    '9999999999999999',
    'lima',
    '5 karung',
    '🌾',
    '<b>5</b>',
    ',00',
  ])('does not make a number of %s', (text) => {
    expect(readWhole(text)).toBeUndefined();
  });
});
