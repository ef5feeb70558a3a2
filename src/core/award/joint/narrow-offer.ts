import { isWithinLimit, type Block, type Offer } from './offer.js';

/** The tiers of a bid as blocks within limits; empty when none is left. */
const blocksWithin = (
  { bid, prices, reaches }: Offer,
  minimumPacks: number,
  capacityPacks: number,
): Block[] => {
  const isAllUnits = bid.tierKind === 'all-units';
  const blocks: Block[] = [];
  let worst = -Infinity;
  for (const [tier, price] of prices.entries()) {
    const fromPacks = bid.tiers[tier]?.fromPacks ?? Infinity;
    worst = isAllUnits ? price.landedWeightRpPerUnit : Math.max(worst, price.landedWeightRpPerUnit);
    const landed = { landedWeightRpPerUnit: worst };
    const reachable = reaches.reduce(
      (sum, reach) => sum + (isWithinLimit(landed, reach) ? reach.packs : 0),
      0,
    );
    const block = {
      ...price,
      ...landed,
      tier,
      fromPacks: isAllUnits ? Math.max(fromPacks, minimumPacks) : tier === 0 ? 1 : fromPacks,
      toPacks: Math.min((bid.tiers[tier + 1]?.fromPacks ?? Infinity) - 1, capacityPacks, reachable),
    };
    if (block.fromPacks <= block.toPacks) blocks.push(block);
    // Incremental tiers are filled in order, so the first one out of reach ends the bid.
    else if (!isAllUnits) break;
  }
  return blocks;
};

/**
 * An offer within limits, all its parts cut to agree with one another; an empty list where nothing is left.
 *
 *   1: Rp11,500, 20: Rp10,800 under a ceiling of Rp11,000, at most 30 packs -> one block, 20 to 30 packs
 */
export const narrowOffer = (offer: Offer, minimumPacks: number, capacityPacks: number): Offer[] => {
  const blocks = blocksWithin(offer, minimumPacks, capacityPacks);
  const highest = Math.max(...blocks.map(({ toPacks }) => toPacks));
  if (blocks.length === 0 || highest < minimumPacks) return [];
  const reaches = offer.reaches.flatMap((reach) => {
    const open = blocks.filter((block) => isWithinLimit(block, reach));
    const most = Math.max(...open.map(({ toPacks }) => toPacks));
    return open.length > 0 ? [{ ...reach, packs: Math.min(reach.packs, most) }] : [];
  });
  return [{ ...offer, blocks, reaches, minimumPacks, capacityPacks: highest }];
};
