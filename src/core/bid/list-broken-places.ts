import type { Refusal } from '../kernel/refuse.js';
import type { BidTerms, TenderPlaces } from './bid-terms.js';
import { completeTerms } from './complete-terms.js';
import { refuseBid } from './refusals.js';

/**
 * Every rule on places and days that terms break against their lot; empty when they fit it.
 *
 *   lot of 32.71.01 and .02 | surcharge for 32.71.03             -> surcharges.0.zoneCode is not of this lot
 *                           | null for both                      -> surcharges: delivered nowhere
 *   tariff from 32.71       | warehouse 32.01                    -> warehouseCode has no tariff
 *   closes on 12 November   | valid until 11 November            -> validUntil is before the opening
 */
export const listBrokenPlaces = (terms: BidTerms, places: TenderPlaces): Refusal[] => {
  const { maxPerBuyerPacks, warehouseCode, validUntil } = completeTerms(terms);
  const surcharges = terms.surcharges ?? [];
  const seen = new Set<string>();
  const broken: Refusal[] = [];
  for (const [place, { zoneCode }] of surcharges.entries()) {
    const field = `surcharges.${place}.zoneCode`;
    if (!places.zoneCodes.includes(zoneCode))
      broken.push(refuseBid('BID_ZONE_NOT_IN_LOT', { zoneCode }, field));
    if (seen.has(zoneCode)) broken.push(refuseBid('BID_ZONE_TWICE', { zoneCode }, field));
    seen.add(zoneCode);
  }
  const refused = new Set(
    surcharges.flatMap(({ zoneCode, rpPerUnit }) => (rpPerUnit === null ? [zoneCode] : [])),
  );
  if (places.zoneCodes.length > 0 && places.zoneCodes.every((code) => refused.has(code)))
    broken.push(refuseBid('BID_DELIVERS_NOWHERE', {}, 'surcharges'));
  if (warehouseCode !== null && !places.warehouseCodes.includes(warehouseCode))
    broken.push(refuseBid('BID_WAREHOUSE_WITHOUT_TARIFF', { warehouseCode }, 'warehouseCode'));
  if (validUntil !== null && validUntil < places.closesOn)
    broken.push(refuseBid('BID_VALIDITY_BEFORE_OPENING', { closesOn: places.closesOn }, 'validUntil'));
  if (maxPerBuyerPacks !== null && maxPerBuyerPacks < 1)
    broken.push(refuseBid('BID_MAX_PER_BUYER_NOT_POSITIVE', {}, 'maxPerBuyerPacks'));
  return broken;
};
