import type { PlacedPacks } from './placed-packs.js';

export interface BalancedGroup {
  readonly supplies: readonly PlacedPacks[];
  readonly demands: readonly PlacedPacks[];
}

/**
 * The most groups of supplies and demands that balance, each by itself. Both together must balance.
 *
 *   supplies | demands    | groups
 *   5, 4     | 4, 3, 2    | 4 = 4   5 = 3 + 2
 *   6, 4     | 5, 5       | 6 + 4 = 5 + 5
 *
 * Exact: of every set, the most balanced sets in a chain that ends in it. Steps: 2^n x n for n of both; callers
 * keep n small.
 */
export const balanceGroups = (
  supplies: readonly PlacedPacks[],
  demands: readonly PlacedPacks[],
): BalancedGroup[] => {
  const weights = [...supplies.map(({ packs }) => packs), ...demands.map(({ packs }) => -packs)];
  const everything = 2 ** weights.length - 1;
  const sums = new Float64Array(everything + 1);
  const groups = new Int8Array(everything + 1);
  for (let set = 1; set <= everything; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    sums[set] = (sums[set & (set - 1)] ?? 0) + (weights[lowest] ?? 0);
    let most = 0;
    for (let rest = set; rest > 0; rest &= rest - 1) most = Math.max(most, groups[set ^ (rest & -rest)] ?? 0);
    groups[set] = most + (sums[set] === 0 ? 1 : 0);
  }
  const found: BalancedGroup[] = [];
  let [set, groupEnd] = [everything, everything];
  while (set > 0) {
    const most = (groups[set] ?? 0) - (sums[set] === 0 ? 1 : 0);
    let rest = set;
    while ((groups[set ^ (rest & -rest)] ?? 0) !== most) rest &= rest - 1;
    set ^= rest & -rest;
    if (sums[set] !== 0) continue;
    const members = groupEnd ^ set;
    const isIn = (place: number): boolean => (members & (1 << place)) !== 0;
    found.push({
      supplies: supplies.filter((_, place) => isIn(place)),
      demands: demands.filter((_, place) => isIn(supplies.length + place)),
    });
    groupEnd = set;
  }
  return found;
};
