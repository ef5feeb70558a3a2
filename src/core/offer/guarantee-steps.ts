import type { OfferTerms } from './offer-terms.js';
import { meanPriceRp } from './price-volume.js';

/** A line of at least so many packs of an item never pays more than this per base unit, everything included. */
export interface GuaranteeStep {
  readonly fromPacks: number;
  readonly worstRpPerUnit: number;
}

export interface GuaranteedItem {
  readonly ceilingRpPerUnit: number;
  /** What the organiser adds per base unit. */
  readonly feeRpPerUnit: number;
  /**
   * One supplier may be awarded all, all pay one price, and nothing but cost decides. Where a rule of the pool
   * says otherwise an offer, however good, need not be what is paid.
   */
  readonly isPlain: boolean;
  readonly offers: readonly Pick<
    OfferTerms,
    'tierKind' | 'tiers' | 'capacityPacks' | 'minimumPacks' | 'surchargeRpPerUnit'
  >[];
}

/**
 * What an offer adds in the dearest place; null where it does not take any number to anywhere, or where the first
 * packs of an incremental one lie above the ceiling and could not be bought.
 */
const dearestSurcharge = (
  { capacityPacks, surchargeRpPerUnit, tierKind, tiers }: GuaranteedItem['offers'][number],
  ceilingRpPerUnit: number,
): number | null => {
  const surcharges = Object.values(surchargeRpPerUnit);
  if (capacityPacks !== null || surcharges.includes(null)) return null;
  const dearest = Math.max(0, ...surcharges.map((surcharge) => surcharge ?? 0));
  const firstRp = tiers[0]?.priceRpPerUnit ?? Infinity;
  return tierKind === 'incremental' && firstRp + dearest > ceilingRpPerUnit ? null : dearest;
};

/**
 * The worst that a line of an item can come to pay, whatever others order or take back and whatever suppliers
 * bid: a fact of the item, fixed when its pool opens. It falls in steps with the line's own packs.
 *
 * The ceiling, or what an offer without limit of packs or place costs for the line's own packs alone: with others
 * the lot is larger and its mean price no higher, and an award dearer than that offer is not the cheapest.
 * An offer with a capacity proves nothing here, for others may use it up: it counts in the meter only.
 *
 *   ceiling Rp13,500                                            -> 1: Rp13,500
 *   and an offer for any number, 1: Rp12,000, 40: Rp11,500, dearest kecamatan + Rp200 -> 1: Rp12,200, 40: Rp11,700
 *   and an offer for up to 100 packs at Rp11,000                -> the same
 */
export const guaranteeSteps = ({
  ceilingRpPerUnit,
  feeRpPerUnit,
  isPlain,
  offers,
}: GuaranteedItem): GuaranteeStep[] => {
  const promised = (isPlain ? offers : []).flatMap((offer) => {
    const surcharge = dearestSurcharge(offer, ceilingRpPerUnit);
    if (surcharge === null) return [];
    const least = Math.max(1, offer.minimumPacks);
    const starts = new Set([least, ...offer.tiers.map(({ fromPacks }) => Math.max(least, fromPacks))]);
    return [...starts].flatMap((fromPacks) => {
      const price = meanPriceRp(offer, fromPacks);
      return price === null ? [] : [{ fromPacks, worstRpPerUnit: price + surcharge }];
    });
  });
  const steps: GuaranteeStep[] = [];
  const all = [{ fromPacks: 1, worstRpPerUnit: ceilingRpPerUnit }, ...promised];
  for (const step of all.sort((a, b) => a.fromPacks - b.fromPacks || a.worstRpPerUnit - b.worstRpPerUnit)) {
    const worstRpPerUnit = step.worstRpPerUnit + feeRpPerUnit;
    if (worstRpPerUnit < (steps.at(-1)?.worstRpPerUnit ?? Infinity))
      steps.push({ fromPacks: step.fromPacks, worstRpPerUnit });
  }
  return steps;
};

/**
 * The worst per base unit for a line: the last step its packs reach, or its own limit.
 *
 *   steps 1: Rp12,200, 40: Rp11,700 | 20 packs, no limit Rp12,200 | 50 packs Rp11,700 | 50 packs, limit Rp11,000 Rp11,000
 */
export const worstOf = (
  steps: readonly GuaranteeStep[],
  quantityPacks: number,
  maxLandedRp: number | null,
): number => {
  const reached = steps.filter(({ fromPacks }) => fromPacks <= quantityPacks).at(-1);
  if (reached === undefined) throw new RangeError('an item without a worst price');
  return Math.min(reached.worstRpPerUnit, maxLandedRp ?? Infinity);
};
