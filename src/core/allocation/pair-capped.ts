import { groupBy } from '../kernel/group-by.js';
import { dissolveCycles } from './dissolve-cycles.js';
import { flowPacks } from './flow-packs.js';
import { noAllocation, type CappedSupply, type PairedPacks } from './placed-packs.js';
import { sumPacks } from '../kernel/sum-of.js';
import { seekFewestPairs } from './seek-fewest-pairs.js';

/** Supplies times demands up to which the fewest pairs are certain. */
export const EXACT_CAPPED_CELLS = 12;

interface SameDemands {
  readonly each: number;
  readonly places: readonly number[];
}

const groupEqual = (demands: readonly number[]): SameDemands[] => {
  const places = demands.flatMap((packs, place) => (packs > 0 ? [place] : []));
  return [...groupBy(places, (place) => demands[place] ?? 0)]
    .sort(([a], [b]) => b - a)
    .map(([each, same]) => ({ each, places: same }));
};

/**
 * Serves the members of a group one after another from what flows to it. From each supply a member takes at least
 * what those after it could not, then as much as it may of the largest.
 */
const serveGroup = (
  { each, places }: SameDemands,
  flow: readonly number[],
  supplies: readonly CappedSupply[],
  cells: Float64Array,
): void => {
  const left = [...flow];
  for (const [turn, place] of places.entries()) {
    const others = places.length - turn - 1;
    let due = each;
    const take = (supply: number, packs: number): void => {
      cells[place * supplies.length + supply] = (cells[place * supplies.length + supply] ?? 0) + packs;
      left[supply] = (left[supply] ?? 0) - packs;
      due -= packs;
    };
    for (const [supply, { mostPacks }] of supplies.entries())
      take(supply, Math.max(0, (left[supply] ?? 0) - others * mostPacks));
    while (due > 0) {
      let [largest, fits] = [0, 0];
      for (const [supply, { mostPacks }] of supplies.entries()) {
        const may = Math.min(
          left[supply] ?? 0,
          mostPacks - (cells[place * supplies.length + supply] ?? 0),
          due,
        );
        if (may > fits) [largest, fits] = [supply, may];
      }
      take(largest, fits);
    }
  }
};

/**
 * Pairs supplies with demands where no demand may get more than so many packs of a supply. Each supply and each
 * demand is met exactly, whenever that can be; the number of pairs is kept low.
 *
 *   supplies (most)   | demands | pairs
 *   6 (3), 4 (4)      | 5, 5    | 3 + 2, 3 + 2
 *   6 (2), 4 (4)      | 5, 5    | none can be
 *
 * Fewest pairs of all for up to `EXACT_CAPPED_CELLS` supplies times demands. Above that, of the pairs that are less
 * than their supply's most, fewer than there are supplies are a demand's second or later one.
 * Time: supplies x (demands + different demands x ways that packs take).
 *
 * Method: a flow on groups of equal demands says whether any pairing exists; equal members share it, then pairs
 * on a circle are emptied or filled until none is left, as the vertices of a transportation polytope have none.
 * @throws RangeError when no pairing exists.
 */
export const pairCapped = (supplies: readonly CappedSupply[], demands: readonly number[]): PairedPacks[] => {
  if (sumPacks(supplies) !== demands.reduce((sum, packs) => sum + packs, 0))
    throw new RangeError('the supplies are not what is demanded');
  const groups = groupEqual(demands);
  const flow = flowPacks(
    supplies.map(({ packs }) => packs),
    groups.map(({ each, places }) => ({
      packs: each * places.length,
      mostPacks: supplies.map(({ mostPacks }) => Math.min(each, mostPacks) * places.length),
    })),
  );
  if (flow.leftPacks.some((left) => left > 0)) throw noAllocation();
  const cells = new Float64Array(demands.length * supplies.length);
  for (const [place, group] of groups.entries())
    serveGroup(
      group,
      supplies.map((_, supply) => flow.packs[supply]?.[place] ?? 0),
      supplies,
      cells,
    );
  dissolveCycles(
    cells,
    supplies.map(({ mostPacks }) => mostPacks),
  );
  const pairs: PairedPacks[] = [];
  for (const [place, packs] of cells.entries())
    if (packs > 0)
      pairs.push({ supply: place % supplies.length, demand: Math.floor(place / supplies.length), packs });
  const isSmall = supplies.length * demands.length <= EXACT_CAPPED_CELLS;
  return (isSmall ? seekFewestPairs(supplies, demands, pairs.length) : undefined) ?? pairs;
};
