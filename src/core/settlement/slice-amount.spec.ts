import fc from 'fast-check';
import { sliceAmount } from './slice-amount.js';

describe('sliceAmount', () => {
  it.each([
    [100, 3, 0, 1, 33],
    [100, 3, 2, 3, 34],
    [100, 3, 0, 2, 66],
    [0, 5, 1, 4, 0],
    [9_000_000_000_000_000, 7, 0, 7, 9_000_000_000_000_000],
  ])('of Rp%i for %i packs, from %i to %i: Rp%i', (amountRp, packs, from, to, slice) => {
    expect(sliceAmount(amountRp, packs, from, to)).toBe(slice);
  });

  it('telescopes: slices add up to the whole, however it is cut', () => {
    const cut = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.array(cut, { minLength: 1 }), (amountRp, cuts) => {
        const packs = cuts.reduce((sum, each) => sum + each, 0);
        fc.pre(packs > 0);
        let [before, sum] = [0, 0];
        for (const each of cuts) {
          const slice = sliceAmount(amountRp, packs, before, before + each);
          if (slice < 0) return false;
          sum += slice;
          before += each;
        }
        return sum === amountRp;
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    [100, 0, 0, 0],
    [100, 3, 2, 1],
    [100.5, 3, 0, 1],
  ])('refuses Rp%d for %i packs from %i to %i', (amountRp, packs, from, to) => {
    expect(() => sliceAmount(amountRp, packs, from, to)).toThrow(RangeError);
  });
});
