import type { RationingRule } from '../pool/rationing-rule.js';
import { reckonIdeals } from './reckon-ideals.js';

/**
 * Lines that ask for the same, each by its place in the draw. They have the same share but for the odd pack,
 * so that a sharing costs a step per tier and not per line.
 */
export interface Tier {
  readonly askedPacks: number;
  readonly places: number[];
  /** Those with a minimum, in the order of the draw. */
  readonly needy: number[];
  /** The same, the largest minimum first, then by the draw. */
  readonly neediest: number[];
}

/** A sharing in whole packs: a tier's lines get `packs`, and one more from the first places of the draw on. */
export interface Sharing {
  readonly packs: readonly number[];
  /** The last place in the draw that gets the odd pack: -1 for none of the tier, Infinity for all. */
  readonly luckyUntil: (tier: number) => number;
}

/** How many of these places come up to and with a place in the draw. */
export const countUpTo = (places: readonly number[], last: number): number => {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > last) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Whole packs and the remainder of an ideal share, exact. */
const divide = (numerator: number, times: number, denominator: number): readonly [number, number] => {
  const product = numerator * times;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const remainder = product % denominator;
    return [(product - remainder) / denominator, remainder];
  }
  const exact = BigInt(numerator) * BigInt(times);
  return [Number(exact / BigInt(denominator)), Number(exact % BigInt(denominator))];
};

/** The remainder at which odd packs run out, and how many are then left for the lines that have it. */
const findCut = (
  remainders: readonly number[],
  counts: readonly number[],
  oddPacks: number,
): { cut: number; left: number } => {
  let left = oddPacks;
  let tiers = remainders.map((_, tier) => tier);
  for (;;) {
    const pivot = remainders[tiers[tiers.length >> 1] ?? 0] ?? 0;
    let [above, level] = [0, 0];
    for (const tier of tiers) {
      const remainder = remainders[tier] ?? 0;
      if (remainder > pivot) above += counts[tier] ?? 0;
      else if (remainder === pivot) level += counts[tier] ?? 0;
    }
    if (left < above) tiers = tiers.filter((tier) => (remainders[tier] ?? 0) > pivot);
    else if (left < above + level) return { cut: pivot, left: left - above };
    else {
      left -= above + level;
      tiers = tiers.filter((tier) => (remainders[tier] ?? 0) < pivot);
    }
  }
};

/**
 * The place in the draw of the nth line of several tiers taken together. Hashes fall evenly, so a guess in
 * proportion is near at once; every other guess is the middle, so that no draw makes it slow.
 */
const placeOfNth = (tiers: readonly Tier[], nth: number, lineCount: number): number => {
  const [only] = tiers;
  if (only !== undefined && tiers.length === 1) return only.places[nth - 1] ?? -1;
  let [low, high] = [0, lineCount - 1];
  let [before, upToHigh] = [0, tiers.reduce((sum, { places }) => sum + places.length, 0)];
  for (let isEven = true; nth > 0 && low < high; isEven = !isEven) {
    const part = isEven ? (nth - before) / (upToHigh - before) : 0.5;
    const guess = Math.min(high - 1, low + Math.floor(part * (high - low)));
    let upTo = 0;
    for (const { places } of tiers) upTo += countUpTo(places, guess);
    if (upTo >= nth) [high, upToHigh] = [guess, upTo];
    else [low, before] = [guess + 1, upTo];
  }
  return nth > 0 ? low : -1;
};

/**
 * Shares too little by the rule in whole packs, largest remainder, odd packs of equal remainders by the draw:
 * what `split` does line by line, at a step per tier. There must be too little.
 */
export const shareByTier = (
  rule: RationingRule,
  availablePacks: number,
  tiers: readonly Tier[],
  lineCount: number,
): Sharing => {
  const counts = tiers.map(({ places }) => places.length);
  const claims = tiers.map(({ askedPacks, places }) => ({ askedPacks, lineCount: places.length }));
  const { numerators, times, denominator } = reckonIdeals(rule, availablePacks, claims);
  const packs: number[] = [];
  const remainders: number[] = [];
  let oddPacks = availablePacks;
  for (const [tier, numerator] of numerators.entries()) {
    const [whole, remainder] = divide(numerator, times, denominator);
    packs.push(whole);
    remainders.push(remainder);
    oddPacks -= whole * (counts[tier] ?? 0);
  }
  const { cut, left } = findCut(remainders, counts, oddPacks);
  let lastLucky: number | undefined;
  const luckyUntil = (tier: number): number => {
    const remainder = remainders[tier] ?? 0;
    if (remainder !== cut) return remainder > cut ? Infinity : -1;
    lastLucky ??= placeOfNth(
      tiers.filter((_, each) => remainders[each] === cut),
      left,
      lineCount,
    );
    return lastLucky;
  };
  return { packs, luckyUntil };
};
