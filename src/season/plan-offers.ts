import type { PlannedBid, PlannedOffer } from './season-plan.js';

/** Suppliers' bids, of which some come under seal and some as a promise made before. */
export interface PlannedMarket {
  readonly offers: readonly PlannedOffer[];
  readonly bids: readonly PlannedBid[];
}

/**
 * The dear supplier of a pack says openly what it would ask of anybody and then hands in no bid: its offer, for any
 * number of packs, is the worst that a koperasi can come to pay, and stands in as a bid that nobody needs.
 *
 *   bids big, middle, small, above, dear of rice -> an offer by the dear one; bids big, middle, small, above
 */
export const planOffers = (
  market: readonly PlannedBid[],
  packCode: string,
  days: { readonly validFrom: string; readonly validUntil: string },
): PlannedMarket => {
  const promises = (bid: PlannedBid): boolean => bid.packCode === packCode && bid.kind === 'dear';
  return {
    offers: market.filter(promises).map(({ supplier, terms: { capacityPacks: _, ...terms } }) => ({
      ...days,
      supplier,
      packCode,
      terms,
    })),
    bids: market.filter((bid) => !promises(bid)),
  };
};
