import type { BoundOffer } from '../offer/offer-terms.js';
import { requireImprovement, type ComparedLot } from '../offer/require-improvement.js';
import { freightOf, type FreightRate } from '../pool/award-rule.js';
import type { BidTerms } from './bid-terms.js';
import { completeTerms } from './complete-terms.js';

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
  const surchargeRpPerUnit: Record<string, number | null> = Object.fromEntries(
    surcharges.map(({ zoneCode, rpPerUnit }) => [zoneCode, rpPerUnit]),
  );
  const freightRpPerUnit: Record<string, number> = {};
  for (const zoneCode of warehouseCode === null ? [] : lot.districtCodes) {
    const rate = freightOf(tariff, warehouseCode ?? '', zoneCode);
    if (rate === null) surchargeRpPerUnit[zoneCode] = null;
    else freightRpPerUnit[zoneCode] = rate;
  }
  requireImprovement(offer, { ...bid, surchargeRpPerUnit, freightRpPerUnit }, lot);
};
