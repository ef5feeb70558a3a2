import type { OfferTerms } from '../offer/offer-terms.js';
import type { WholeTerms } from './bid-terms.js';
import { completeTerms } from './complete-terms.js';

/**
 * What a supplier's standing offer says as a bid for a lot of so many packs: how it takes part when it hands in
 * none, and how the meter counts it before there is a lot.
 *
 *   any number, 1: Rp12,000, 40: Rp11,500; lot of 30 packs, 10 more tolerated -> capacity 40
 *   the same; lot of 20 packs                                                -> capacity 40, so that its tier can stand
 */
export const standIn = (offer: OfferTerms, mostPacks: number): WholeTerms =>
  completeTerms({
    capacityPacks:
      offer.capacityPacks ?? Math.max(1, mostPacks, offer.minimumPacks, offer.tiers.at(-1)?.fromPacks ?? 1),
    minimumPacks: offer.minimumPacks,
    leadTimeDays: offer.leadTimeDays,
    tiers: offer.tiers,
    tierKind: offer.tierKind,
    surcharges: Object.entries(offer.surchargeRpPerUnit).map(([zoneCode, rpPerUnit]) => ({
      zoneCode,
      rpPerUnit,
    })),
  });
