import fc from 'fast-check';
import { fewestPairs } from '../../../test/support/fewest-pairs.js';
import { EXACT_PAIRING_SIZE, pairPacks } from './pair-packs.js';
import { type PairedPacks } from './placed-packs.js';
import { sumPacks } from '../kernel/sum-of.js';

const shown = (pairs: readonly PairedPacks[]): string =>
  pairs
    .map(({ supply, demand, packs }) => `${supply}>${demand}:${packs}`)
    .sort()
    .join(' ');

/** Demands, and the same packs cut among supplies. */
const anyFit = (demandCount: number, supplyCount: number, mostPacks: number) =>
  fc
    .record({
      demands: fc.array(fc.integer({ min: 1, max: mostPacks }), { minLength: 1, maxLength: demandCount }),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: supplyCount - 1 }),
    })
    .map(({ demands, cuts }) => {
      const total = demands.reduce((sum, each) => sum + each, 0);
      const bounds = [0, ...cuts.map((cut) => Math.floor(cut * total)).sort((a, b) => a - b), total];
      const supplies = bounds.slice(1).map((bound, place) => bound - (bounds[place] ?? 0));
      return { demands, supplies: supplies.filter((packs) => packs > 0) };
    });

const expectMet = (
  pairs: readonly PairedPacks[],
  supplies: readonly number[],
  demands: readonly number[],
) => {
  for (const [place, packs] of supplies.entries())
    expect(sumPacks(pairs.filter(({ supply }) => supply === place))).toBe(packs);
  for (const [place, packs] of demands.entries())
    expect(sumPacks(pairs.filter(({ demand }) => demand === place))).toBe(packs);
  expect(pairs.every(({ packs }) => packs > 0)).toBe(true);
  expect(new Set(pairs.map(({ supply, demand }) => `${supply} ${demand}`)).size).toBe(pairs.length);
};

describe('pair packs', () => {
  it.each([
    ['5 5', '3 3 2 2', '0>0:3 0>2:2 1>1:3 1>3:2'],
    ['6 4', '5 5', '0>0:5 0>1:1 1>1:4'],
    // The first alone would leave one pack of the larger supply and split another.
    ['5 4', '4 3 2', '0>1:3 0>2:2 1>0:4'],
    // The order says who is served first.
    ['7 3', '3 4 3', '0>0:3 0>1:4 1>2:3'],
    ['9', '4 5', '0>0:4 0>1:5'],
    ['4 5', '9', '0>0:4 1>0:5'],
    ['3 0', '0 3', '0>1:3'],
    ['0', '0', ''],
  ])('pairs %s with %s', (supplies, demands, pairs) => {
    const [from, to] = [supplies.split(' ').map(Number), demands.split(' ').map(Number)];
    expect(shown(pairPacks(from, to))).toBe(pairs);
  });

  it('pairs by groups what no supply can be filled with alone', () => {
    // 10 + 7 = 9 + 8 and 12 + 5 = 11 + 6: six pairs; all in one circle would be seven.
    expect(pairPacks([12, 10, 7, 5], [11, 9, 8, 6])).toHaveLength(6);
  });

  it('needs as few pairs as any other way, by brute force', () => {
    fc.assert(
      fc.property(anyFit(5, 4, 12), ({ supplies, demands }) => {
        const pairs = pairPacks(supplies, demands);
        expectMet(pairs, supplies, demands);
        expect(pairs).toHaveLength(
          fewestPairs(
            supplies.map((packs) => ({ packs, mostPacks: packs })),
            demands,
          ) ?? -1,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('has fewer pairs too many than there are supplies, however many there are', () => {
    fc.assert(
      fc.property(anyFit(120, 12, 90), ({ supplies, demands }) => {
        const pairs = pairPacks(supplies, demands);
        expectMet(pairs, supplies, demands);
        expect(pairs.length).toBeLessThan(demands.length + supplies.length);
      }),
    );
  });

  it('splits nobody among many koperasi that order some packs each', () => {
    const demands = Array.from({ length: 80_000 }, (_, place) => 1 + ((place * 7_919) % 100));
    const total = demands.reduce((sum, packs) => sum + packs, 0);
    const parts = Array.from({ length: 11 }, (_, place) => Math.floor(total / 13) + 101 * place);
    const supplies = [...parts, total - parts.reduce((sum, packs) => sum + packs, 0)];
    expect(pairPacks(supplies, demands)).toHaveLength(80_000);
  });

  it('is exact up to the size it states', () => {
    // Eight by eight without a balanced part but the whole: one pair fewer than there are of both.
    const supplies = [2, 4, 8, 16, 32, 64, 128, 256].map((packs) => packs * 1_000);
    const demands = supplies.map((packs, place) => packs + (place === 7 ? -127 : 2 ** place));
    expect(supplies.length + demands.length).toBe(EXACT_PAIRING_SIZE);
    expect(pairPacks(supplies, demands)).toHaveLength(15);
  });

  it('refuses supplies that are not what is demanded', () => {
    expect(() => pairPacks([2], [3])).toThrow(RangeError);
  });
});
