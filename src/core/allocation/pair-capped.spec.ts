import fc from 'fast-check';
import { fewestPairs } from '../../../test/support/fewest-pairs.js';
import { EXACT_CAPPED_CELLS, pairCapped } from './pair-capped.js';
import { type CappedSupply, type PairedPacks } from './placed-packs.js';
import { sumPacks } from '../kernel/sum-of.js';

const supply = (packs: number, mostPacks: number): CappedSupply => ({ packs, mostPacks });

const expectKept = (
  pairs: readonly PairedPacks[],
  supplies: readonly CappedSupply[],
  demands: readonly number[],
): void => {
  const from = supplies.map(() => 0);
  const to = demands.map(() => 0);
  for (const { supply: place, demand, packs } of pairs) {
    expect(packs).toBeGreaterThan(0);
    expect(packs).toBeLessThanOrEqual(supplies[place]?.mostPacks ?? 0);
    from[place] = (from[place] ?? 0) + packs;
    to[demand] = (to[demand] ?? 0) + packs;
  }
  expect(from).toEqual(supplies.map(({ packs }) => packs));
  expect(to).toEqual([...demands]);
  expect(new Set(pairs.map((pair) => `${pair.supply} ${pair.demand}`)).size).toBe(pairs.length);
};

/** Second and later pairs of demands that are less than their supply's most. */
const extraPairs = (pairs: readonly PairedPacks[], supplies: readonly CappedSupply[]): number => {
  const partial = pairs.filter((pair) => pair.packs < (supplies[pair.supply]?.mostPacks ?? 0));
  return partial.length - new Set(partial.map(({ demand }) => demand)).size;
};

/** Demands served in any way, and supplies that are what was used of each: a pairing exists. */
const anyServed = (supplyCount: number, demandCount: number, mostPacks: number) =>
  fc
    .array(
      fc.array(fc.integer({ min: 0, max: mostPacks }), { minLength: supplyCount, maxLength: supplyCount }),
      {
        minLength: 1,
        maxLength: demandCount,
      },
    )
    .chain((rows) =>
      fc.array(fc.nat({ max: 2 }), { minLength: supplyCount, maxLength: supplyCount }).map((more) => ({
        demands: rows.map((row) => row.reduce((sum, packs) => sum + packs, 0)),
        supplies: more.map((extra, place) => {
          const column = rows.map((row) => row[place] ?? 0);
          return supply(
            column.reduce((sum, packs) => sum + packs, 0),
            Math.max(...column) + extra,
          );
        }),
      })),
    );

describe('pair capped', () => {
  it('gives no demand more of a supply than the most', () => {
    const [supplies, demands] = [
      [supply(6, 3), supply(4, 4)],
      [5, 5],
    ];
    const pairs = pairCapped(supplies, demands);
    expectKept(pairs, supplies, demands);
    expect(pairs).toHaveLength(4);
  });

  it('throws only when there is no pairing, and then always, by brute force', () => {
    const any = fc.record({
      demands: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      shares: fc.array(fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 5 })), {
        minLength: 1,
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(any, ({ demands, shares }) => {
        let left = demands.reduce((sum, packs) => sum + packs, 0);
        const supplies = shares.map(([packs, most], place) => {
          const taken = place === shares.length - 1 ? left : Math.min(left, packs);
          left -= taken;
          return supply(taken, most);
        });
        const least = fewestPairs(supplies, demands);
        if (least === undefined) {
          expect(() => pairCapped(supplies, demands)).toThrow('no allocation');
          return;
        }
        const pairs = pairCapped(supplies, demands);
        expectKept(pairs, supplies, demands);
        expect(supplies.length * demands.length).toBeLessThanOrEqual(EXACT_CAPPED_CELLS);
        expect(pairs).toHaveLength(least);
      }),
      { numRuns: 500 },
    );
  });

  it('needs as few pairs as any other way where there is one, by brute force', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyServed(3, 4, 4), anyServed(2, 6, 4), anyServed(4, 3, 3)),
        ({ supplies, demands }) => {
          const pairs = pairCapped(supplies, demands);
          expectKept(pairs, supplies, demands);
          expect(pairs).toHaveLength(fewestPairs(supplies, demands) ?? -1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps to every limit with few pairs in between, however many there are', () => {
    fc.assert(
      fc.property(anyServed(6, 60, 9), ({ supplies, demands }) => {
        const pairs = pairCapped(supplies, demands);
        expectKept(pairs, supplies, demands);
        if (supplies.length * demands.length > EXACT_CAPPED_CELLS)
          expect(extraPairs(pairs, supplies)).toBeLessThan(supplies.length);
      }),
    );
  });

  it('serves eighty thousand koperasi', () => {
    const demands = Array.from({ length: 80_000 }, (_, place) => 1 + ((place * 7_919) % 100));
    const total = sumPacks(demands.map((packs) => ({ packs })));
    const parts = Array.from({ length: 11 }, (_, place) => Math.floor(total / 13) + 101 * place);
    const supplies = [...parts, total - parts.reduce((sum, packs) => sum + packs, 0)].map((packs, place) =>
      supply(packs, 20 + 5 * place),
    );
    const pairs = pairCapped(supplies, demands);
    expect(sumPacks(pairs)).toBe(total);
    expect(pairs.every((pair) => pair.packs <= (supplies[pair.supply]?.mostPacks ?? 0))).toBe(true);
    expect(extraPairs(pairs, supplies)).toBeLessThan(supplies.length);
  });
});
