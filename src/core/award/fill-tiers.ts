import type { Pick, Plan, TierChoice } from './cost-plan.js';

/** Tier choices that cannot all hold: their least packs exceed the demand, or a bid stands twice. */
export class ChoicesDoNotFit extends Error {
  override readonly name = 'ChoicesDoNotFit';
}

/**
 * The cheapest fill of chosen tiers in whole packs. Each gets its least; then the cheapest price takes
 * all it can, and so on until the demand is met; equal prices by rank. With the tiers fixed nothing is
 * cheaper, and among equally cheap fills none gives the earlier bids more.
 *
 *   demand 30 | A 1-25 at Rp10,800 | B 20-24 at Rp10,500 -> B 24, A 6
 *   demand 30 | A 1-10 at Rp10,800 | B  5-10 at Rp10,500 -> A 10, B 10, unserved 10
 *
 * @throws ChoicesDoNotFit
 */
export const fillTiers = (demandPacks: number, choices: readonly TierChoice[]): Plan => {
  const byPrice = [...choices].sort(
    (a, b) => a.tier.priceRpPerUnit - b.tier.priceRpPerUnit || a.bid.rank - b.bid.rank,
  );
  if (new Set(choices.map(({ bid }) => bid)).size < choices.length)
    throw new ChoicesDoNotFit('a bid has two tiers');
  let left = demandPacks - choices.reduce((sum, { tier }) => sum + tier.fromPacks, 0);
  if (left < 0) throw new ChoicesDoNotFit(`the least packs exceed the demand by ${-left}`);
  const picks = byPrice.map(({ bid, tier }): Pick => {
    const more = Math.min(left, tier.toPacks - tier.fromPacks);
    left -= more;
    return { bid, tier, packs: tier.fromPacks + more };
  });
  return { picks: picks.sort((a, b) => a.bid.rank - b.bid.rank), unservedPacks: left };
};
