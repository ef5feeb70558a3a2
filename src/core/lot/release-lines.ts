import type { RationingRule } from '../pool/rationing-rule.js';
import { countUpTo, shareByTier, type Sharing, type Tier } from './share-by-tier.js';

/** A line as releasing sees it; its place in the list is its place in the draw. */
export interface LineToServe {
  readonly askedPacks: number;
  readonly minimumPacks: number;
}

interface Shortfall {
  readonly place: number;
  readonly packs: number;
  readonly minimumPacks: number;
  readonly tier: number;
}

/** Compares two fractions of whole numbers exactly, also where the products pass 2^53. */
const compareFractions = (top: number, bottom: number, otherTop: number, otherBottom: number): number => {
  const [mine, theirs] = [top * otherBottom, otherTop * bottom];
  if (mine <= Number.MAX_SAFE_INTEGER && theirs <= Number.MAX_SAFE_INTEGER) return mine - theirs;
  const difference = BigInt(top) * BigInt(otherBottom) - BigInt(otherTop) * BigInt(bottom);
  return difference < 0n ? -1 : Number(difference > 0n);
};

/** Of two lines below their minimum, whether the first falls shorter: smaller share to minimum, then the draw. */
const fallsShorter = (one: Shortfall, other: Shortfall): boolean => {
  const difference = compareFractions(one.packs, one.minimumPacks, other.packs, other.minimumPacks);
  return difference === 0 ? one.place < other.place : difference < 0;
};

const buildTiers = (lines: readonly LineToServe[]): Tier[] => {
  const minimumOf = (place: number): number => lines[place]?.minimumPacks ?? 0;
  const placesOf = new Map<number, number[]>();
  for (const [place, { askedPacks }] of lines.entries()) {
    const places = placesOf.get(askedPacks);
    if (places === undefined) placesOf.set(askedPacks, [place]);
    else places.push(place);
  }
  return [...placesOf]
    .sort(([one], [other]) => one - other)
    .map(([askedPacks, places]) => {
      const needy = places.filter((place) => minimumOf(place) > 0);
      const neediest = [...needy].sort((a, b) => minimumOf(b) - minimumOf(a) || a - b);
      return { askedPacks, places, needy, neediest };
    });
};

/**
 * Says which lines stay when those whose share is below their minimum are released one at a time, the one
 * that falls shortest first (smallest share to minimum, then the draw), and what they free is shared again.
 *
 *   available | asked (minimum), in draw order | stay
 *          50 | 60, 30 (20), 10                | 60, 10          30 would get 15
 *          12 | 10 (8), 10 (6), 10 (6)         | the last two    the first frees enough for both
 *
 * Every release is a sharing in whole packs of its own, as the rule says; only it is reckoned per tier of
 * equal orders. Of a tier, one or two lines can fall shortest: those with the largest minimum.
 */
export const releaseLines = (
  rule: RationingRule,
  availablePacks: number,
  lines: readonly LineToServe[],
): boolean[] => {
  const stays = lines.map(() => true);
  if (lines.every((line) => line.minimumPacks === 0)) return stays;
  const tiers = buildTiers(lines);
  const minimumOf = (place: number): number => lines[place]?.minimumPacks ?? 0;
  let askedPacks = lines.reduce((sum, line) => sum + line.askedPacks, 0);

  /** How many have a larger minimum, or this one and a place in the draw up to and with the last. */
  const countNeedier = (neediest: readonly number[], minimumPacks: number, last: number): number => {
    let [low, high] = [0, neediest.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = neediest[middle] ?? 0;
      const difference = minimumOf(place) - minimumPacks;
      if (difference < 0 || (difference === 0 && place > last)) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const shortestOf = (tier: number, packs: number, luckyUntil: number): Shortfall | undefined => {
    const { needy, neediest } = tiers[tier] ?? { needy: [], neediest: [] };
    const shortfall = (place: number | undefined, has: number): Shortfall | undefined => {
      if (place === undefined || has >= minimumOf(place)) return undefined;
      return { place, packs: has, minimumPacks: minimumOf(place), tier };
    };
    const unlucky = needy[countUpTo(needy, luckyUntil)];
    if (unlucky === undefined) return shortfall(neediest[0], packs + 1);
    // Nothing is nothing, whatever the minimum: then the draw alone decides.
    if (packs === 0) return shortfall(unlucky, 0);
    let lucky: Shortfall | undefined;
    for (let next = 0; next < neediest.length;) {
      const place = neediest[next] ?? 0;
      const minimum = minimumOf(place);
      if (place > luckyUntil) {
        const found = shortfall(place, packs);
        return found === undefined || (lucky !== undefined && fallsShorter(lucky, found)) ? lucky : found;
      }
      lucky ??= shortfall(place, packs + 1);
      next = countNeedier(neediest, minimum, luckyUntil);
      const upcoming = minimumOf(neediest[next] ?? place);
      if (packs >= upcoming) return lucky;
      if (lucky && compareFractions(lucky.packs, lucky.minimumPacks, packs, upcoming) < 0) return lucky;
    }
    return lucky;
  };

  const findShortest = ({ packs, luckyUntil }: Sharing): Shortfall | undefined => {
    let shortest: Shortfall | undefined;
    for (const [tier, { neediest }] of tiers.entries()) {
      const largestMinimum = minimumOf(neediest[0] ?? -1);
      const has = packs[tier] ?? 0;
      if (has >= largestMinimum) continue;
      if (shortest && compareFractions(has, largestMinimum, shortest.packs, shortest.minimumPacks) > 0)
        continue;
      const found = shortestOf(tier, has, luckyUntil(tier));
      if (found && (!shortest || fallsShorter(found, shortest))) shortest = found;
    }
    return shortest;
  };

  const release = ({ place, minimumPacks, tier }: Shortfall): void => {
    const from = tiers[tier];
    if (from === undefined) return;
    stays[place] = false;
    askedPacks -= from.askedPacks;
    from.places.splice(countUpTo(from.places, place - 1), 1);
    from.needy.splice(countUpTo(from.needy, place - 1), 1);
    from.neediest.splice(countNeedier(from.neediest, minimumPacks, place - 1), 1);
    if (from.places.length === 0) tiers.splice(tier, 1);
  };

  while (askedPacks > availablePacks) {
    const shortest = findShortest(shareByTier(rule, availablePacks, tiers, lines.length));
    if (shortest === undefined) break;
    release(shortest);
  }
  return stays;
};
