import type { PlacedPacks } from './placed-packs.js';

export interface Filling {
  readonly taken: readonly PlacedPacks[];
  /** The others, in their order. */
  readonly passed: readonly PlacedPacks[];
  /** What no choice looked at could fill; fewer than any one that was passed over needs. */
  readonly leftPacks: number;
}

/** Demands on each side of the edge among which another choice is looked for. */
const WINDOW = 24;
/** Sums that are remembered in looking for one. */
const MOST_SUMS = 8_192;

/** Demands that add up to `targetPacks`, earlier ones preferred; undefined when none are found. */
const seekSum = (targetPacks: number, demands: readonly PlacedPacks[]): Set<PlacedPacks> | undefined => {
  const reached = new Map<number, { readonly last: PlacedPacks; readonly before: number } | undefined>([
    [0, undefined],
  ]);
  for (const last of demands) {
    if (reached.has(targetPacks) || reached.size > MOST_SUMS) break;
    for (const before of [...reached.keys()]) {
      const sum = before + last.packs;
      if (sum <= targetPacks && !reached.has(sum)) reached.set(sum, { last, before });
    }
  }
  if (!reached.has(targetPacks)) return undefined;
  const found = new Set<PlacedPacks>();
  for (let step = reached.get(targetPacks); step !== undefined; step = reached.get(step.before))
    found.add(step.last);
  return found;
};

/**
 * Fills a supply with whole demands: in their order those that still fit, and where packs are left, the last
 * taken and the first passed are chosen again so that nothing is left, if that can be.
 *
 *   packs | demands    | taken | left
 *       5 | 3, 3, 2, 2 | 3, 2  | 0
 *       5 | 4, 3, 2    | 3, 2  | 0       4 would have left one
 *       6 | 5, 5       | 5     | 1
 */
export const fillExactly = (packs: number, demands: readonly PlacedPacks[]): Filling => {
  const [taken, passed]: [PlacedPacks[], PlacedPacks[]] = [[], []];
  let leftPacks = packs;
  for (const demand of demands) {
    if (demand.packs <= leftPacks) {
      taken.push(demand);
      leftPacks -= demand.packs;
    } else passed.push(demand);
  }
  if (leftPacks === 0 || passed.length === 0) return { taken, passed, leftPacks };
  const edge = taken.slice(-WINDOW);
  const targetPacks = edge.reduce((sum, each) => sum + each.packs, leftPacks);
  const chosen = seekSum(targetPacks, [...edge, ...passed.slice(0, WINDOW)]);
  if (chosen === undefined) return { taken, passed, leftPacks };
  const kept = new Set([...taken.slice(0, -WINDOW), ...chosen]);
  return {
    taken: demands.filter((demand) => kept.has(demand)),
    passed: demands.filter((demand) => !kept.has(demand)),
    leftPacks: 0,
  };
};
