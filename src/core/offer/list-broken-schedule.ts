import { assertWhole } from '../kernel/whole.js';
import { MOST_OFFER_TIERS, type OfferTier, type Schedule } from './offer-terms.js';

export type ScheduleRule =
  | 'WITHOUT_TIERS'
  | 'TIERS_TOO_MANY'
  | 'TIERS_NOT_RISING'
  | 'PRICE_NOT_POSITIVE'
  | 'PRICE_RISES_WITH_VOLUME'
  | 'FIRST_TIER_ABOVE_MINIMUM'
  | 'CAPACITY_BELOW_MINIMUM'
  | 'CAPACITY_BELOW_LAST_TIER';

/** A rule broken, as data: each stage has its own words for it. */
export interface BrokenRule {
  readonly rule: ScheduleRule;
  readonly params: Readonly<Record<string, number>>;
  readonly field: string;
}

export interface BoundedSchedule extends Schedule {
  /** Null takes any number. */
  readonly capacityPacks: number | null;
  readonly minimumPacks: number;
}

const brokenByTier = (tier: OfferTier, place: number, before: OfferTier | undefined): BrokenRule[] => {
  assertWhole(tier.fromPacks, `tiers.${place}.fromPacks`);
  assertWhole(tier.priceRpPerUnit, `tiers.${place}.priceRpPerUnit`);
  const previousPacks = before?.fromPacks ?? 0;
  const previousRp = before?.priceRpPerUnit ?? Infinity;
  const at = `tiers.${place}`;
  const broken: BrokenRule[] = [];
  if (tier.fromPacks <= previousPacks)
    broken.push({ rule: 'TIERS_NOT_RISING', params: { previousPacks }, field: `${at}.fromPacks` });
  if (tier.priceRpPerUnit < 1)
    broken.push({ rule: 'PRICE_NOT_POSITIVE', params: {}, field: `${at}.priceRpPerUnit` });
  if (tier.priceRpPerUnit > previousRp)
    broken.push({ rule: 'PRICE_RISES_WITH_VOLUME', params: { previousRp }, field: `${at}.priceRpPerUnit` });
  return broken;
};

/**
 * Every rule that a schedule with its bounds breaks, each on its field; empty when it may stand.
 *
 *   minimum 0, any capacity | 1: Rp11,000, 20: Rp10,500 -> none
 *   minimum 0, any capacity | 5: Rp11,000               -> FIRST_TIER_ABOVE_MINIMUM: 1 to 4 packs have no price
 *   minimum 0, capacity 10  | 1: Rp11,000, 20: Rp10,500 -> CAPACITY_BELOW_LAST_TIER
 */
export const listBrokenSchedule = ({ tiers, capacityPacks, minimumPacks }: BoundedSchedule): BrokenRule[] => {
  if (tiers.length === 0) return [{ rule: 'WITHOUT_TIERS', params: {}, field: 'tiers' }];
  if (tiers.length > MOST_OFFER_TIERS)
    return [{ rule: 'TIERS_TOO_MANY', params: { most: MOST_OFFER_TIERS }, field: 'tiers' }];
  const broken = tiers.flatMap((tier, place) => brokenByTier(tier, place, tiers[place - 1]));
  const least = Math.max(1, minimumPacks);
  const most = capacityPacks ?? Infinity;
  const lastTierPacks = tiers.at(-1)?.fromPacks ?? 0;
  if ((tiers[0]?.fromPacks ?? 0) > least)
    broken.push({
      rule: 'FIRST_TIER_ABOVE_MINIMUM',
      params: { minimumPacks: least },
      field: 'tiers.0.fromPacks',
    });
  if (most < least)
    broken.push({ rule: 'CAPACITY_BELOW_MINIMUM', params: { minimumPacks: least }, field: 'capacityPacks' });
  if (most < lastTierPacks)
    broken.push({ rule: 'CAPACITY_BELOW_LAST_TIER', params: { lastTierPacks }, field: 'capacityPacks' });
  return broken;
};
