import { groupBy } from '../../kernel/group-by.js';
import { packsAtPrices } from '../../offer/price-volume.js';
import type { AwardProblem, Delivery } from './award-problem.js';
import { landedRpPerUnit } from './weigh-price.js';

/**
 * The uniform price of each lot that sells, which every buyer of it pays: the lowest landed price that was
 * accepted. Nobody pays more than it bid. A lot that sold nothing is left out.
 *
 *   floor Rp9,000; A 60 packs at Rp10,000, B 40 packs at Rp9,400 less Rp100 of freight -> Rp9,300 for all
 */
export const clearingPrices = (
  problem: AwardProblem,
  deliveries: readonly Delivery[],
): ReadonlyMap<string, number> => {
  const bids = new Map(problem.bids.map((bid) => [bid.bidId, bid]));
  const prices = new Map<string, number>();
  for (const [bidId, shares] of groupBy(deliveries, (delivery) => delivery.bidId)) {
    const bid = bids.get(bidId);
    if (!bid) continue;
    const packs = shares.reduce((sum, share) => sum + share.packs, 0);
    for (const { priceRpPerUnit } of packsAtPrices(bid, packs) ?? [])
      for (const { zoneId } of shares) {
        const landed = landedRpPerUnit(problem, bid, priceRpPerUnit, zoneId);
        if (landed !== null) prices.set(bid.lotId, Math.min(prices.get(bid.lotId) ?? Infinity, landed));
      }
  }
  return prices;
};
