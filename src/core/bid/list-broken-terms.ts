import type { Refusal } from '../kernel/refuse.js';
import { assertWhole } from '../kernel/whole.js';
import { MOST_TIERS, type PriceTier } from '../offer/schedule.js';
import type { PoolSide } from '../pool/side.js';
import type { BidTerms } from './bid-terms.js';
import { refuseBid } from './refusals.js';

/** The price of the tier before, where this tier's is worse for the pool's members: buy, above it; sell, below it. */
const worseThan = (
  side: PoolSide,
  tier: PriceTier,
  before: PriceTier,
): 'BID_PRICE_RISES_WITH_VOLUME' | 'BID_PRICE_FALLS_WITH_VOLUME' | null => {
  const rise = tier.priceRpPerUnit - before.priceRpPerUnit;
  if (side === 'buy') return rise > 0 ? 'BID_PRICE_RISES_WITH_VOLUME' : null;
  return rise < 0 ? 'BID_PRICE_FALLS_WITH_VOLUME' : null;
};

const brokenByTier = (
  side: PoolSide,
  tier: PriceTier,
  place: number,
  before: PriceTier | undefined,
): Refusal[] => {
  const { fromPacks, priceRpPerUnit } = tier;
  assertWhole(fromPacks, `tiers.${place}.fromPacks`);
  assertWhole(priceRpPerUnit, `tiers.${place}.priceRpPerUnit`);
  const previousPacks = before?.fromPacks ?? 0;
  const broken: Refusal[] = [];
  if (fromPacks <= previousPacks)
    broken.push(refuseBid('BID_TIERS_NOT_RISING', { previousPacks }, `tiers.${place}.fromPacks`));
  if (priceRpPerUnit < 1)
    broken.push(refuseBid('BID_PRICE_NOT_POSITIVE', {}, `tiers.${place}.priceRpPerUnit`));
  const worse = before ? worseThan(side, tier, before) : null;
  if (before && worse)
    // Without that price: what is bid is repeated to nobody before it is opened.
    broken.push(refuseBid(worse, {}, `tiers.${place}.priceRpPerUnit`));
  return broken;
};

const brokenByPacks = ({ capacityPacks, minimumPacks, tiers }: BidTerms): Refusal[] => {
  assertWhole(capacityPacks, 'capacityPacks');
  assertWhole(minimumPacks, 'minimumPacks');
  const least = Math.max(1, minimumPacks);
  const firstTierPacks = tiers[0]?.fromPacks ?? 0;
  const lastTierPacks = tiers.at(-1)?.fromPacks ?? 0;
  const broken: Refusal[] = [];
  if (firstTierPacks > least)
    broken.push(refuseBid('BID_FIRST_TIER_ABOVE_MINIMUM', { minimumPacks: least }, 'tiers.0.fromPacks'));
  if (capacityPacks < least)
    broken.push(refuseBid('BID_CAPACITY_BELOW_MINIMUM', { minimumPacks: least }, 'capacityPacks'));
  if (capacityPacks < lastTierPacks)
    broken.push(refuseBid('BID_CAPACITY_BELOW_LAST_TIER', { lastTierPacks }, 'capacityPacks'));
  return broken;
};

/**
 * Every rule that the terms of a bid break, each on its field; empty when they may be submitted.
 *
 *   minimum 0, capacity 40 | 1: Rp11,000, 20: Rp10,500          -> none
 *   minimum 0, capacity 40 | 1: Rp11,000, 20: Rp11,500          -> tiers.1.priceRpPerUnit rises
 *   minimum 0, capacity 40 | 5: Rp11,000                        -> tiers.0.fromPacks above the minimum: 1 to 4 packs have no price
 *   minimum 5, capacity 40 | 5: Rp11,000, 60: Rp10,000          -> capacityPacks below the last tier
 *
 * Prices may not rise with volume: in an all-units schedule one pack more would then make every pack dearer, and
 * members would do better to order apart. The mirror: a buyer's price may not fall with volume, for one pack more would
 * make every pack cheaper, and the koperasi would do better to sell apart. A buyer who wants less of it at that price
 * says so by its capacity.
 */
export const listBrokenTerms = (terms: BidTerms, side: PoolSide = 'buy'): Refusal[] => {
  const { tiers } = terms;
  if (tiers.length === 0) return [refuseBid('BID_WITHOUT_TIERS', {}, 'tiers')];
  if (tiers.length > MOST_TIERS) return [refuseBid('BID_TIERS_TOO_MANY', { most: MOST_TIERS }, 'tiers')];
  return [
    ...tiers.flatMap((tier, place) => brokenByTier(side, tier, place, tiers[place - 1])),
    ...(side === 'sell' && (terms.taxBps ?? 0) > 0
      ? [refuseBid('BID_TAX_WHEN_BUYING_IN', {}, 'taxBps')]
      : []),
    ...brokenByPacks(terms),
  ];
};
