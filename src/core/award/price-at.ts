import { amountRp } from '../kernel/quantity.js';
import type { PriceTier } from '../offer/schedule.js';
import type { PoolSide } from '../pool/side.js';
import type { BidToAward } from './bid-to-award.js';
import { orderBids } from './order-bids.js';

export interface PriceAt {
  /** Position in the tiers. */
  readonly tier: number;
  readonly priceRpPerUnit: number;
}

/**
 * The tier a number of packs reaches, which prices all of them; null below the first tier.
 *
 *   tiers 1: Rp11,000, 20: Rp10,500 | 19 packs -> Rp11,000 | 20 packs -> Rp10,500 | 0 packs -> null
 */
export const priceAt = (tiers: readonly PriceTier[], packs: number): PriceAt | null => {
  let reached: PriceAt | null = null;
  tiers.forEach(({ fromPacks, priceRpPerUnit }, tier) => {
    if (packs >= fromPacks && packs > 0) reached = { tier, priceRpPerUnit };
  });
  return reached;
};

/** What a number of packs costs in whole rupiah at the tier they reach; null below the first tier. */
export const amountAt = (
  tiers: readonly PriceTier[],
  packs: number,
  packSizeMilli: number,
): number | null => {
  const reached = priceAt(tiers, packs);
  return reached && amountRp(packs, packSizeMilli, reached.priceRpPerUnit);
};

export interface PriceAlone {
  readonly bidId: string;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
}

/**
 * What one koperasi would pay for its packs by itself (sell: get) at the best of these bids: the lowest (sell: highest) price among
 * bids whose minimum, capacity and first tier admit so few; ties to the earlier bid. Null when none
 * sells so few. The ceiling is not asked: alone one pays what is asked.
 *
 *   3 packs of 50,000 g | bid A from 10 packs at Rp10,000 | bid B from 1 pack at Rp11,500
 *   -> B, Rp11,500 per kg, Rp1,725,000
 */
export const priceAlone = (
  bids: readonly BidToAward[],
  packs: number,
  packSizeMilli: number,
  side: PoolSide = 'buy',
): PriceAlone | null => {
  let best: PriceAlone | null = null;
  for (const bid of orderBids(bids)) {
    if (packs < bid.minimumPacks || packs > bid.capacityPacks) continue;
    const reached = priceAt(bid.tiers, packs);
    if (!reached) continue;
    const rise = best ? reached.priceRpPerUnit - best.priceRpPerUnit : 0;
    if (best && (side === 'buy' ? rise >= 0 : rise <= 0)) continue;
    const { priceRpPerUnit } = reached;
    best = { bidId: bid.bidId, priceRpPerUnit, amountRp: amountRp(packs, packSizeMilli, priceRpPerUnit) };
  }
  return best;
};
