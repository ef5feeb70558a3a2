import type { BidToAward, Cause, LotToAward } from './lot-to-award.js';
import { orderBids } from './order-bids.js';

/** A tier that may take part: any whole number of packs from `fromPacks` to `toPacks` at its price. */
export interface AdmittedTier {
  /** Position in the bid's tiers. */
  readonly tier: number;
  /** At least 1: the tier's start, or the bid's minimum where that is more. */
  readonly fromPacks: number;
  /** Up to the next tier, the capacity and the demand. */
  readonly toPacks: number;
  readonly priceRpPerUnit: number;
}

export interface AdmittedBid {
  readonly bid: BidToAward;
  /** 0 for the earliest; lower ranks win ties. */
  readonly rank: number;
  /** At least one. */
  readonly tiers: readonly AdmittedTier[];
}

export interface Admission {
  /** By rank. */
  readonly admitted: readonly AdmittedBid[];
  readonly refused: readonly Cause[];
}

/** The tiers whose packs fit minimum, capacity and demand, whatever they cost. */
const reachableTiers = (bid: BidToAward, demandPacks: number): AdmittedTier[] =>
  bid.tiers
    .map(({ fromPacks, priceRpPerUnit }, tier) => ({
      tier,
      fromPacks: Math.max(fromPacks, bid.minimumPacks),
      toPacks: Math.min((bid.tiers[tier + 1]?.fromPacks ?? Infinity) - 1, bid.capacityPacks, demandPacks),
      priceRpPerUnit,
    }))
    .filter(({ fromPacks, toPacks }) => fromPacks <= toPacks);

/** The fewest packs a bid sells at all. */
const leastPacks = (bid: BidToAward): number => Math.max(bid.minimumPacks, bid.tiers[0]?.fromPacks ?? 1);

const causeOf = (lot: LotToAward, bid: BidToAward, reachable: readonly AdmittedTier[]): Cause => {
  const { bidId, capacityPacks } = bid;
  const minimumPacks = leastPacks(bid);
  if (reachable.length > 0) {
    const priceRpPerUnit = Math.min(...reachable.map((tier) => tier.priceRpPerUnit));
    return {
      bidId,
      code: 'PRICE_ABOVE_CEILING',
      params: { priceRpPerUnit, ceilingRpPerUnit: lot.ceilingRpPerUnit },
    };
  }
  return minimumPacks > lot.demandPacks
    ? { bidId, code: 'MINIMUM_ABOVE_DEMAND', params: { minimumPacks, demandPacks: lot.demandPacks } }
    : { bidId, code: 'CAPACITY_BELOW_MINIMUM', params: { capacityPacks, minimumPacks } };
};

/**
 * Which tiers of which bids may take part. A tier above the ceiling is out, also when a cheaper tier of
 * the same bid is in; a bid without a tier is out, with its cause.
 *
 *   ceiling Rp11,000, demand 30 packs
 *   bid A: 1: Rp11,500, 20: Rp10,800, 50: Rp10,000, capacity 40 -> one tier, 20 to 30 packs at Rp10,800
 *   bid B: 40: Rp10,000                                          -> MINIMUM_ABOVE_DEMAND
 */
export const admitBids = (lot: LotToAward): Admission => {
  const admitted: AdmittedBid[] = [];
  const refused: Cause[] = [];
  orderBids(lot.bids).forEach((bid, rank) => {
    const reachable = reachableTiers(bid, lot.demandPacks);
    const tiers = reachable.filter(({ priceRpPerUnit }) => priceRpPerUnit <= lot.ceilingRpPerUnit);
    if (tiers.length > 0) admitted.push({ bid, rank, tiers });
    else refused.push(causeOf(lot, bid, reachable));
  });
  return { admitted, refused };
};
