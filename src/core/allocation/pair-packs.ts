import { balanceGroups } from './balance-groups.js';
import { fillExactly } from './fill-exactly.js';
import { type PairedPacks, type PlacedPacks } from './placed-packs.js';
import { sumPacks } from '../kernel/sum-of.js';

/** Supplies and demands together, after equal ones are paired, up to which the fewest pairs are certain. */
export const EXACT_PAIRING_SIZE = 16;

const placed = (packs: readonly number[]): PlacedPacks[] =>
  packs.flatMap((each, place) => (each > 0 ? [{ place, packs: each }] : []));

interface Matched {
  readonly pairs: readonly PairedPacks[];
  readonly supplies: readonly PlacedPacks[];
  readonly demands: readonly PlacedPacks[];
}

/** Pairs a supply with the first demand as large as itself: some pairing with fewest pairs does the same. */
const matchEqual = (supplies: readonly PlacedPacks[], demands: readonly PlacedPacks[]): Matched => {
  const waiting = new Map<number, PlacedPacks[]>();
  for (const demand of [...demands].reverse()) {
    const same = waiting.get(demand.packs);
    if (same) same.push(demand);
    else waiting.set(demand.packs, [demand]);
  }
  const pairs: PairedPacks[] = [];
  const rest = supplies.filter(({ place, packs }) => {
    const demand = waiting.get(packs)?.pop();
    if (demand === undefined) return true;
    pairs.push({ supply: place, demand: demand.place, packs });
    return false;
  });
  const taken = new Set(pairs.map((pair) => pair.demand));
  return { pairs, supplies: rest, demands: demands.filter(({ place }) => !taken.has(place)) };
};

/** Lays supplies and demands along each other: one pair fewer than there are of both, at most. */
const layAlong = (supplies: readonly PlacedPacks[], demands: readonly PlacedPacks[]): PairedPacks[] => {
  const pairs: PairedPacks[] = [];
  const due = demands.map(({ packs }) => packs);
  let next = 0;
  for (const supply of supplies) {
    for (let left = supply.packs; left > 0 && next < demands.length;) {
      const packs = Math.min(left, due[next] ?? 0);
      pairs.push({ supply: supply.place, demand: demands[next]?.place ?? 0, packs });
      left -= packs;
      due[next] = (due[next] ?? 0) - packs;
      if (due[next] === 0) next += 1;
    }
  }
  return pairs;
};

/** Each supply in turn is filled with whole demands; only what fits nowhere whole is split. */
const fillInTurn = (supplies: readonly PlacedPacks[], demands: readonly PlacedPacks[]): PairedPacks[] => {
  const pairs: PairedPacks[] = [];
  let waiting = demands;
  for (const supply of supplies) {
    const { taken, passed, leftPacks } = fillExactly(supply.packs, waiting);
    for (const { place, packs } of taken) pairs.push({ supply: supply.place, demand: place, packs });
    const [first, ...others] = passed;
    if (first !== undefined && leftPacks > 0) {
      pairs.push({ supply: supply.place, demand: first.place, packs: leftPacks });
      waiting = [{ place: first.place, packs: first.packs - leftPacks }, ...others];
    } else waiting = passed;
  }
  return pairs;
};

/**
 * Pairs supplies with demands that add up to the same, so that few pairs have packs; the order of both says
 * who is served first where the number of pairs leaves a choice.
 *
 *   supplies | demands    | pairs
 *     5, 5   | 3, 3, 2, 2 | 5: 3, 2   5: 3, 2
 *     6, 4   | 5, 5       | 6: 5, 1   4: 4       somebody must be split
 *     5, 4   | 4, 3, 2    | 5: 3, 2   4: 4
 *
 * Fewest pairs of all for up to `EXACT_PAIRING_SIZE` supplies and demands, and whenever no demand or no supply is
 * split; otherwise fewer pairs too many than there are supplies, because each supply splits one demand at
 * most and the last none. Time: supplies x demands.
 *
 * Source: the teacher assignment problem, the pure fixed-charge transportation problem (T. Hultberg, D. Cardoso,
 * European Journal of Operational Research 101, 1997): supplies and demands less the most groups of them that
 * balance by themselves is the least number of pairs.
 * @throws RangeError when the supplies are not exactly what is demanded.
 */
export const pairPacks = (
  suppliesPacks: readonly number[],
  demandsPacks: readonly number[],
): PairedPacks[] => {
  const [allSupplies, allDemands] = [placed(suppliesPacks), placed(demandsPacks)];
  if (sumPacks(allSupplies) !== sumPacks(allDemands))
    throw new RangeError(`${sumPacks(allSupplies)} packs cannot be named to ${sumPacks(allDemands)}`);
  const inTurn = fillInTurn(allSupplies, allDemands);
  if (inTurn.length <= Math.max(allSupplies.length, allDemands.length)) return inTurn;
  const { pairs, supplies, demands } = matchEqual(allSupplies, allDemands);
  const rest =
    supplies.length + demands.length <= EXACT_PAIRING_SIZE
      ? balanceGroups(supplies, demands).flatMap((group) => layAlong(group.supplies, group.demands))
      : fillInTurn(supplies, demands);
  return pairs.length + rest.length < inTurn.length ? [...pairs, ...rest] : inTurn;
};
