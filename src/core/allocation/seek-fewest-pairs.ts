import { flowPacks } from './flow-packs.js';
import type { CappedSupply, PairedPacks } from './placed-packs.js';

/** The next larger number with as many bits. Method: R. W. Gosper, HAKMEM 175, 1972. */
const nextOfSameSize = (set: number): number => {
  const lowest = set & -set;
  const ripple = set + lowest;
  return ripple | (((set ^ ripple) >>> 2) / lowest);
};

/**
 * A pairing with fewer pairs than `pairCount`, and as few as there can be; undefined when there is none. Looks at
 * every choice of pairs, smaller ones first: steps are up to 2^n for n supplies times demands; callers keep n small.
 */
export const seekFewestPairs = (
  supplies: readonly CappedSupply[],
  demands: readonly number[],
  pairCount: number,
): PairedPacks[] | undefined => {
  const [across, cellCount] = [supplies.length, supplies.length * demands.length];
  const least = Math.max(
    supplies.filter(({ packs }) => packs > 0).length,
    demands.filter((packs) => packs > 0).length,
  );
  const tryPairs = (set: number): PairedPacks[] | undefined => {
    const groups = demands.map((packs, demand) => ({
      packs,
      mostPacks: supplies.map(({ mostPacks }, supply) =>
        (set & (1 << (demand * across + supply))) === 0 ? 0 : Math.min(mostPacks, packs),
      ),
    }));
    const reaches = groups.every(
      ({ packs, mostPacks }) => mostPacks.reduce((sum, most) => sum + most, 0) >= packs,
    );
    if (!reaches) return undefined;
    const { packs, leftPacks } = flowPacks(
      supplies.map((supply) => supply.packs),
      groups,
    );
    if (leftPacks.some((left) => left > 0)) return undefined;
    return packs.flatMap((row, supply) =>
      row.flatMap((each, demand) => (each > 0 ? [{ supply, demand, packs: each }] : [])),
    );
  };
  for (let size = least; size < pairCount; size += 1)
    for (let set = 2 ** size - 1; set < 2 ** cellCount; set = nextOfSameSize(set)) {
      const pairs = tryPairs(set);
      if (pairs) return pairs;
    }
  return undefined;
};
