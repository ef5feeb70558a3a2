import { fillWords } from './words.js';

const words = { id: '{name} menambah Rp{cost}.', en: '{name} adds Rp{cost}.' };

describe('words', () => {
  it('group thousands as each language does, and leave names alone', () => {
    const params = { name: 'Toko 123456', cost: 1_234_567 };
    expect(fillWords(words, 'id', params)).toBe('Toko 123456 menambah Rp1.234.567.');
    expect(fillWords(words, 'en', params)).toBe('Toko 123456 adds Rp1,234,567.');
  });

  it.each([
    [0, '0'],
    [-100, '-100'],
    [-1000, '-1,000'],
    [12.5, '12.5'],
  ])('say %d as %s', (cost, said) => {
    expect(fillWords(words, 'en', { name: 'A', cost })).toBe(`A adds Rp${said}.`);
  });

  it('leave a gap visible rather than inventing a value', () => {
    expect(fillWords(words, 'en', { cost: 1 })).toBe('{name} adds Rp1.');
  });
});
