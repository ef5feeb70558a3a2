import fc from 'fast-check';
import { shareUpTo } from './share-up-to.js';

describe('shareUpTo', () => {
  it.each([
    [100, [1, 1, 2], [10, 50, 60], [10, 30, 60]],
    [100, [1, 1, 1], [100, 100, 100], [34, 33, 33]],
    [0, [1, 0], [5, 5], [0, 0]],
    [10, [1, 1], [5, 5], [5, 5]],
  ])('shares Rp%i by %j, at most %j: %j', (amountRp, weights, most, shares) => {
    expect(
      shareUpTo(
        amountRp,
        weights.map((weight, at) => ({ weight, mostRp: most[at] ?? 0 })),
      ),
    ).toEqual(shares);
  });

  it('refuses what the limits cannot bear', () => {
    expect(() => shareUpTo(100, [{ weight: 1, mostRp: 99 }])).toThrow('above what the sharers bear');
  });

  it('gives away all, nobody above their limit, and equal weights differ only by a limit or a rupiah', () => {
    const sharer = fc.record({
      weight: fc.integer({ min: 1, max: 3 }),
      mostRp: fc.integer({ min: 0, max: 1_000 }),
    });
    fc.assert(
      fc.property(fc.array(sharer, { minLength: 1, maxLength: 8 }), fc.nat(), (sharers, drawn) => {
        const room = sharers.reduce((sum, { mostRp }) => sum + mostRp, 0);
        const amountRp = drawn % (room + 1);
        const shares = shareUpTo(amountRp, sharers);
        const given = sharers.map((sharer, at) => ({ ...sharer, share: shares[at] ?? NaN }));
        const free = given.filter(({ share, mostRp }) => share < mostRp);
        return (
          shares.reduce((sum, share) => sum + share, 0) === amountRp &&
          given.every(({ share, mostRp }) => share <= mostRp) &&
          free.every((one) =>
            free.every((two) => Math.abs(one.share / one.weight - two.share / two.weight) <= 1),
          )
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
