import { refuseBroken, type Refusal } from '../kernel/refuse.js';
import type { OfferTerms } from './offer-terms.js';
import { priceVolume } from './price-volume.js';
import { refuseOffer } from './refusals.js';
import type { PriceTier, TierKind } from './schedule.js';
import { taxRpPerUnit } from './tax-per-unit.js';

/** A sealed bid as it is held against its supplier's standing offer; what is left out is neutral. */
export interface ComparedBid {
  readonly capacityPacks: number;
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  readonly tiers: readonly PriceTier[];
  /** All-units when left out. */
  readonly tierKind?: TierKind;
  readonly surchargeRpPerUnit?: Readonly<Record<string, number | null>>;
  /** Estimated freight of an ex-warehouse bid; adds to the surcharge. */
  readonly freightRpPerUnit?: Readonly<Record<string, number>>;
  readonly taxBps?: number;
  readonly maxPerBuyerPacks?: number | null;
  /** Last day the bid binds; null: as long as the lot is under way. */
  readonly validUntil?: string | null;
}

/** What a lot asks of the comparison. */
export interface ComparedLot {
  readonly quantityPacks: number;
  /** Kecamatan in which it is needed. */
  readonly districtCodes: readonly string[];
}

const withTax = (tiers: readonly PriceTier[], taxBps: number): PriceTier[] =>
  tiers.map(({ fromPacks, priceRpPerUnit }) => ({
    fromPacks,
    priceRpPerUnit: priceRpPerUnit + taxRpPerUnit(priceRpPerUnit, taxBps),
  }));

/** Position of the tier that so many packs reach. */
const tierAt = (tiers: readonly PriceTier[], packs: number): number =>
  tiers.filter(({ fromPacks }) => fromPacks <= packs).length - 1;

const perUnit = (cost: bigint, packs: number): number => Number((cost + BigInt(packs) - 1n) / BigInt(packs));

/**
 * Volumes at which two schedules are compared. Between neighbouring starts of tiers both are straight lines
 * through the volume, so that what holds at both ends holds between.
 */
const volumesOf = (schedules: readonly (readonly PriceTier[])[], least: number, most: number): number[] => {
  const starts = schedules.flat().flatMap(({ fromPacks }) => [fromPacks - 1, fromPacks]);
  return [...new Set([least, ...starts, most])]
    .filter((packs) => packs >= least && packs <= most)
    .sort((a, b) => a - b);
};

const listDearer = (offer: OfferTerms, bid: ComparedBid, mostPacks: number): Refusal[] => {
  const tiers = withTax(bid.tiers, bid.taxBps ?? 0);
  const asked = { tierKind: bid.tierKind ?? 'all-units', tiers };
  const blamed = new Set<number>();
  return volumesOf([offer.tiers, tiers], Math.max(1, offer.minimumPacks), mostPacks).flatMap((packs) => {
    const promised = priceVolume(offer, packs);
    const bidden = priceVolume(asked, packs);
    if (promised === null || bidden === null || bidden <= promised) return [];
    const tier = tierAt(tiers, packs);
    if (blamed.has(tier)) return [];
    blamed.add(tier);
    const params = { packs, bidRp: perUnit(bidden, packs), offerRp: perUnit(promised, packs) };
    return [refuseOffer('BID_PRICE_ABOVE_OFFER', params, `tiers.${tier}.priceRpPerUnit`)];
  });
};

const listDearerDistricts = (offer: OfferTerms, bid: ComparedBid, lot: ComparedLot): Refusal[] =>
  lot.districtCodes.flatMap((district) => {
    const promised = offer.surchargeRpPerUnit[district] ?? 0;
    if (offer.surchargeRpPerUnit[district] === null) return [];
    const surcharge = bid.surchargeRpPerUnit?.[district];
    const added = surcharge === null ? Infinity : (surcharge ?? 0) + (bid.freightRpPerUnit?.[district] ?? 0);
    return added <= promised
      ? []
      : [refuseOffer('BID_SURCHARGE_ABOVE_OFFER', { district, offerRp: promised }, 'surcharges')];
  });

/**
 * Every way in which a bid is worse than its supplier's standing offer for the lot: a sealed bid can only
 * improve on what was promised, at every volume the offer holds for, or the meter's guarantee would break.
 *
 *   offer 1: Rp12,000, 40: Rp11,500 | bid 1: Rp11,900, 60: Rp11,000 -> at 40 packs Rp11,900 is above Rp11,500
 *                                   | bid 1: Rp11,900, 40: Rp11,500 -> none
 *   offer for any number, lot of 100 packs, bid of 80               -> its capacity is below 100
 */
export const listWorseTerms = (offer: OfferTerms, bid: ComparedBid, lot: ComparedLot): Refusal[] => {
  const mostPacks = Math.min(offer.capacityPacks ?? Infinity, lot.quantityPacks);
  const leastPacks = Math.max(1, offer.minimumPacks);
  // An offer that sells only more than the lot asks for promises nothing to it.
  if (mostPacks < leastPacks) return [];
  const worse = listDearer(offer, bid, mostPacks);
  if (bid.capacityPacks < mostPacks)
    worse.push(refuseOffer('BID_CAPACITY_BELOW_OFFER', { packs: mostPacks }, 'capacityPacks'));
  if (bid.minimumPacks > leastPacks)
    worse.push(refuseOffer('BID_MINIMUM_ABOVE_OFFER', { packs: leastPacks }, 'minimumPacks'));
  if (bid.leadTimeDays > offer.leadTimeDays)
    worse.push(refuseOffer('BID_LEAD_TIME_ABOVE_OFFER', { days: offer.leadTimeDays }, 'leadTimeDays'));
  if ((bid.maxPerBuyerPacks ?? null) !== null)
    worse.push(refuseOffer('BID_LIMITS_BUYERS_ABOVE_OFFER', {}, 'maxPerBuyerPacks'));
  if (bid.validUntil && bid.validUntil < offer.validUntil)
    worse.push(refuseOffer('BID_VALIDITY_BEFORE_OFFER', { until: offer.validUntil }, 'validUntil'));
  return [...worse, ...listDearerDistricts(offer, bid, lot)];
};

/** Refuses a bid that is worse than the standing offer; all is told at once, the first gives the code. */
export const requireImprovement = (offer: OfferTerms, bid: ComparedBid, lot: ComparedLot): void => {
  refuseBroken(listWorseTerms(offer, bid, lot));
};

/** A supplier's terms over all lots of a pool. */
export interface ComparedCharges {
  readonly fixedChargeRp: number;
  readonly capacityMilli: number | null;
  readonly minimumOrderRp: number;
}

/** Refuses terms over all lots that would take back what the supplier's standing offers promise. */
export const requireNoCharges = ({ fixedChargeRp, capacityMilli, minimumOrderRp }: ComparedCharges): void => {
  const field =
    fixedChargeRp > 0
      ? 'fixedChargeRp'
      : minimumOrderRp > 0
        ? 'minimumOrderRp'
        : capacityMilli === null
          ? undefined
          : 'capacityMilli';
  if (field !== undefined) throw refuseOffer('BID_CHARGES_ABOVE_OFFER', {}, field);
};
