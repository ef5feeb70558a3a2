import fc from 'fast-check';
import { spellRupiah } from './spell-rupiah.js';

const DIGITS = new Map(
  ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'].map(
    (word, value) => [word, value],
  ),
);
const SCALES = new Map(
  ['ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'].map((word, place) => [
    word,
    1000n ** BigInt(place + 1),
  ]),
);

/** Reads words back, by another way than they were written. */
const read = (words: string): bigint => {
  let total = 0n;
  let group = 0;
  let last = 0;
  const text = words
    .replace(/ rupiah$/, '')
    .replace(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1')
    .split(' ');
  for (const word of text) {
    const scale = SCALES.get(word);
    if (scale !== undefined) {
      total += BigInt(group + last) * scale;
      group = 0;
      last = 0;
    } else if (word === 'ratus' || word === 'puluh') {
      group += last * (word === 'ratus' ? 100 : 10);
      last = 0;
    } else if (word === 'belas') {
      group += 10 + last;
      last = 0;
    } else last = DIGITS.get(word) ?? Number.NaN;
  }
  return total + BigInt(group + last);
};

describe('an amount in words', () => {
  it.each([
    [0, 'nol rupiah'],
    [11, 'sebelas rupiah'],
    [19, 'sembilan belas rupiah'],
    [100, 'seratus rupiah'],
    [110, 'seratus sepuluh rupiah'],
    [1_000, 'seribu rupiah'],
    [1_100, 'seribu seratus rupiah'],
    [2_001, 'dua ribu satu rupiah'],
    [1_001_000, 'satu juta seribu rupiah'],
    [21_000, 'dua puluh satu ribu rupiah'],
    [9_540_000, 'sembilan juta lima ratus empat puluh ribu rupiah'],
    [1_000_000_000, 'satu miliar rupiah'],
  ])('spells Rp%d', (amountRp, words) => {
    expect(spellRupiah(amountRp)).toBe(words);
  });

  it('can be read back as the same amount, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeNat(), fc.nat(2_000_000)), (amountRp) => {
        expect(read(spellRupiah(amountRp))).toBe(BigInt(amountRp));
      }),
    );
  });

  it('is refused of what is no whole amount', () => {
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => spellRupiah(wrong)).toThrow(RangeError);
  });
});
