import type { Block, Offer } from './offer.js';

/** The tiers of a bid as blocks within limits; empty when none is left. */
const blocksWithin = (
  { bid, lot }: Pick<Offer, 'bid' | 'lot'>,
  minimumPacks: number,
  capacityPacks: number,
): Block[] => {
  const isAllUnits = bid.tierKind === 'all-units';
  const blocks = bid.tiers.map(({ fromPacks, priceRpPerUnit }, tier): Block => ({
    tier,
    fromPacks: isAllUnits ? Math.max(fromPacks, minimumPacks) : tier === 0 ? 1 : fromPacks,
    toPacks: Math.min((bid.tiers[tier + 1]?.fromPacks ?? Infinity) - 1, capacityPacks),
    priceRpPerUnit,
  }));
  // Incremental tiers are filled in order, so the first one above the ceiling ends the bid.
  const dear = isAllUnits ? -1 : blocks.findIndex((block) => block.priceRpPerUnit > lot.limitRpPerUnit);
  return (dear < 0 ? blocks : blocks.slice(0, dear)).filter(
    ({ fromPacks, toPacks, priceRpPerUnit }) => fromPacks <= toPacks && priceRpPerUnit <= lot.limitRpPerUnit,
  );
};

/**
 * An offer within limits, all its parts cut to agree with one another; an empty list where nothing is left.
 *
 *   1: Rp11,500, 20: Rp10,800 under a ceiling of Rp11,000, at most 30 packs -> one block, 20 to 30 packs
 */
export const narrowOffer = (offer: Offer, minimumPacks: number, capacityPacks: number): Offer[] => {
  const { bid, lot } = offer;
  const prices = blocksWithin(offer, minimumPacks, capacityPacks).map(({ priceRpPerUnit }) => priceRpPerUnit);
  if (prices.length === 0) return [];
  // Incremental packs have no tier of their own, so a zone is served only where the dearest tier fits.
  const price = bid.tierKind === 'all-units' ? Math.min(...prices) : Math.max(...prices);
  const reaches = offer.reaches.filter((reach) => price + reach.surchargeRpPerUnit <= lot.limitRpPerUnit);
  const reachable = reaches.reduce((sum, { place }) => sum + place.packs, 0);
  const blocks = blocksWithin(offer, minimumPacks, Math.min(capacityPacks, reachable));
  const highest = blocks.at(-1)?.toPacks ?? 0;
  if (highest < minimumPacks) return [];
  return [{ ...offer, blocks, reaches, minimumPacks, capacityPacks: highest }];
};
