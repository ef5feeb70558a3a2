import type { RationingRule } from '../pool/rationing-rule.js';

/** Lines that ask for the same number of packs: every rule treats equals equally. */
export interface ClaimTier {
  readonly askedPacks: number;
  readonly lineCount: number;
}

/** Shares before rounding, exact: each is `numerators[place] * times / denominator` packs, in whole numbers. */
export interface Ideals {
  readonly numerators: readonly number[];
  readonly times: number;
  readonly denominator: number;
}

interface Level {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The level at which an amount is used up when every line is filled to it, or to its claim where that is
 * less: `sum of min(claim, level) = amount`. Tiers come smallest first, so one walk finds it.
 *
 *   amount | claims    | level
 *        6 | 4, 8      | 3
 *       10 | 2,4,7,8   | 8/3     the 2 is filled; 8 are left for three
 */
const fillTo = (amount: number, tiers: readonly ClaimTier[]): Level => {
  let left = amount;
  let lineCount = tiers.reduce((sum, tier) => sum + tier.lineCount, 0);
  for (const tier of tiers) {
    if (tier.askedPacks * lineCount > left) return { numerator: left, denominator: lineCount };
    left -= tier.askedPacks * tier.lineCount;
    lineCount -= tier.lineCount;
  }
  return { numerator: Infinity, denominator: 1 };
};

/** Each claim up to the level, over the level's denominator. */
const filled = (tiers: readonly ClaimTier[], { numerator, denominator }: Level): number[] =>
  tiers.map(({ askedPacks }) => Math.min(askedPacks * denominator, numerator));

/**
 * What each tier's lines would get of too little if packs could be cut, by the pool's rule:
 *
 *   proportional   available x claim / all claims
 *   equal-awards   min(claim, level)
 *   equal-losses   claim - min(claim, level of the losses)
 *   talmud         equal awards of the half claims; above half of all, equal losses of them
 *
 * Of 200 for claims of 100, 200 and 300: 33 1/3, 66 2/3, 100; 66 2/3 each; 0, 50, 150; 50, 75, 75.
 * Tiers come smallest first. Closed form and exact: equal losses are equal awards of the losses.
 * Sources: Aumann and Maschler 1985; Thomson, Mathematical Social Sciences 2003.
 */
export const reckonIdeals = (
  rule: RationingRule,
  availablePacks: number,
  tiers: readonly ClaimTier[],
): Ideals => {
  const claims = tiers.map((tier) => tier.askedPacks);
  const allPacks = tiers.reduce((sum, tier) => sum + tier.askedPacks * tier.lineCount, 0);
  const lostPacks = allPacks - availablePacks;
  if (lostPacks <= 0) return { numerators: claims, times: 1, denominator: 1 };
  switch (rule) {
    case 'proportional':
      return { numerators: claims, times: availablePacks, denominator: allPacks };
    case 'equal-awards': {
      const level = fillTo(availablePacks, tiers);
      return { numerators: filled(tiers, level), times: 1, denominator: level.denominator };
    }
    case 'equal-losses': {
      const level = fillTo(lostPacks, tiers);
      const losses = filled(tiers, level);
      const numerators = claims.map((claim, place) => claim * level.denominator - (losses[place] ?? 0));
      return { numerators, times: 1, denominator: level.denominator };
    }
    case 'talmud': {
      // Twice the amount among the whole claims, then halved: the half claims stay whole numbers.
      const isAwards = availablePacks <= lostPacks;
      const level = fillTo(2 * Math.min(availablePacks, lostPacks), tiers);
      const denominator = 2 * level.denominator;
      const halves = filled(tiers, level);
      if (isAwards) return { numerators: halves, times: 1, denominator };
      const numerators = claims.map((claim, place) => claim * denominator - (halves[place] ?? 0));
      return { numerators, times: 1, denominator };
    }
  }
};

/** The claims as tiers, smallest first. */
const tiersOf = (asked: readonly number[]): ClaimTier[] => {
  const counts = new Map<number, number>();
  for (const askedPacks of asked) counts.set(askedPacks, (counts.get(askedPacks) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([askedPacks, lineCount]) => ({ askedPacks, lineCount }));
};

/** The same per line, in the order of the lines. */
export const idealShares = (
  rule: RationingRule,
  availablePacks: number,
  asked: readonly number[],
): Ideals => {
  const tiers = tiersOf(asked);
  const { numerators, times, denominator } = reckonIdeals(rule, availablePacks, tiers);
  const numeratorOf = new Map(tiers.map(({ askedPacks }, place) => [askedPacks, numerators[place] ?? 0]));
  return { numerators: asked.map((packs) => numeratorOf.get(packs) ?? 0), times, denominator };
};
