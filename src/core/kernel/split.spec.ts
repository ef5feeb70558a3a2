import fc from 'fast-check';
import { split } from './split.js';

const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

describe('split', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [50, [60, 30, 10], [30, 15, 5]],
    [2, [1, 1, 1], [1, 1, 0]],
    [0, [5, 7], [0, 0]],
    [-7, [1, 1], [-4, -3]],
    [0, [0, 0], [0, 0]],
  ])('shares %i by %j as %j', (whole, weights, parts) => {
    expect(split(whole, weights)).toEqual(parts);
  });

  it('conserves what is divided, and gives each within one of its ideal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc
          .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 })
          .filter((weights) => total(weights) > 0),
        (whole, weights) => {
          const parts = split(whole, weights);
          expect(total(parts)).toBe(whole);
          const sum = BigInt(total(weights));
          parts.forEach((part, place) => {
            const gap = BigInt(part) * sum - BigInt(whole) * BigInt(weights[place] ?? 0);
            expect(gap < sum && gap > -sum).toBe(true);
          });
        },
      ),
    );
  });

  it('refuses weights that are negative, fractional or all zero', () => {
    expect(() => split(1, [-1, 2])).toThrow(RangeError);
    expect(() => split(1, [0.5])).toThrow(RangeError);
    expect(() => split(1, [0, 0])).toThrow('all weights are zero');
  });
});
