import type { BoundOffer } from '../offer/offer-terms.js';
import { requireImprovement, type ComparedLot } from '../offer/require-improvement.js';
import type { FreightRate } from '../pool/award-rule.js';
import type { BidTerms } from './bid-terms.js';
import { completeTerms } from './complete-terms.js';
import { listExtras } from './list-extras.js';

/**
 * Refuses a sealed bid that is worse than its supplier's standing offer for the lot; freight of an ex-warehouse
 * bid is counted by the pool's tariff, as in the award.
 *
 * @throws Refusal naming every tier and rule at once
 */
export const compareWithOffer = (
  offer: BoundOffer,
  terms: BidTerms,
  lot: ComparedLot,
  tariff: readonly FreightRate[],
): void => {
  const { surcharges, warehouseCode, ...bid } = completeTerms(terms);
  const extras = listExtras({ surcharges, warehouseCode }, lot.districtCodes, tariff);
  requireImprovement(offer, { ...bid, ...extras }, lot);
};
