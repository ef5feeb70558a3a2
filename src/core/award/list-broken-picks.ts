import type { Plan } from './cost-plan.js';
import type { LotToAward } from './lot-to-award.js';
import { priceAt } from './price-at.js';

/**
 * Every limit a plan breaks, in words for a log; empty when it keeps all of them. Reads the bids
 * themselves, not what admission made of them.
 *
 *   B takes 31 packs, capacity 30 -> ["B: 31 packs above the capacity of 30"]
 */
export const listBrokenPicks = (lot: LotToAward, plan: Plan): string[] => {
  const broken: string[] = [];
  const seen = new Set<string>();
  let served = 0;
  for (const { bid: admitted, tier, packs } of plan.picks) {
    const { bid } = admitted;
    const reached = priceAt(bid.tiers, packs);
    served += packs;
    if (seen.has(bid.bidId)) broken.push(`${bid.bidId}: stands twice`);
    seen.add(bid.bidId);
    if (!Number.isSafeInteger(packs) || packs < 1)
      broken.push(`${bid.bidId}: ${packs} is no number of packs`);
    if (packs > bid.capacityPacks)
      broken.push(`${bid.bidId}: ${packs} packs above the capacity of ${bid.capacityPacks}`);
    if (packs < bid.minimumPacks)
      broken.push(`${bid.bidId}: ${packs} packs below the minimum of ${bid.minimumPacks}`);
    if (reached?.tier !== tier.tier || reached.priceRpPerUnit !== tier.priceRpPerUnit)
      broken.push(`${bid.bidId}: tier ${tier.tier} does not price ${packs} packs`);
    if (tier.priceRpPerUnit > lot.ceilingRpPerUnit)
      broken.push(`${bid.bidId}: Rp${tier.priceRpPerUnit} above the ceiling of Rp${lot.ceilingRpPerUnit}`);
  }
  if (plan.unservedPacks < 0 || served + plan.unservedPacks !== lot.demandPacks) {
    broken.push(
      `${served} served and ${plan.unservedPacks} unserved are not the demand of ${lot.demandPacks}`,
    );
  }
  return broken;
};
