import { amountRp, packsFor, toSafe } from './quantity.js';

describe('amountRp', () => {
  it.each([
    [20, 50_000, 11_000, 11_000_000],
    [1, 1_875, 28_001, 52_502],
    [1, 1, 499, 0],
    [1, 1, 500, 1],
    [0, 50_000, 11_000, 0],
  ])('costs %i packs of %i milli at Rp%i as Rp%i', (packs, size, price, amount) => {
    expect(amountRp(packs, size, price)).toBe(amount);
  });

  it('never loses a rupiah to a float', () => {
    expect(amountRp(999_999_937, 50_001, 178_001)).toBe(
      Number((999_999_937n * 50_001n * 178_001n + 500n) / 1000n),
    );
  });

  it('refuses fractions and what does not fit', () => {
    expect(() => amountRp(0.5, 1, 1)).toThrow('packs must be a safe integer');
    expect(() => amountRp(1_000_000_000, 1_000_000_000, 1_000_000)).toThrow('does not fit');
    expect(() => toSafe(2n ** 60n)).toThrow(RangeError);
  });
});

describe('packsFor', () => {
  it.each([
    [101_000, 50_000, 3],
    [100_000, 50_000, 2],
    [1, 50_000, 1],
  ])('holds %i in packs of %i as %i packs', (quantity, size, packs) => {
    expect(packsFor(quantity, size)).toBe(packs);
  });
});
