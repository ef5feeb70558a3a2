import type { AwardProblem, Delivery } from './award-problem.js';
import { leastMilliRp, type Admitted, type Offer } from './offer.js';
import { weighDeliveries, type Weighed } from './read-deliveries.js';

/** The only bid's own best: of its tiers the fill that weighs least, of equal ones the one with more packs. */
const awardAlone = (problem: AwardProblem, { bid, blocks }: Offer, zoneId: string): Weighed | null => {
  let best = weighDeliveries(problem, []);
  for (const { toPacks } of blocks) {
    const next = weighDeliveries(problem, [{ bidId: bid.bidId, zoneId, packs: toPacks }]);
    if (next && (!best || next.weightMilliRp <= best.weightMilliRp)) best = next;
  }
  return best;
};

/**
 * The short way: the best award where it can be seen without search, else null. It is seen in one lot with
 * demand in one zone, no suppliers wished for, when
 * - nobody is admitted: all is unserved;
 * - one bid is admitted: its own best;
 * - the earliest of the bids with the best weight of all can serve the whole demand at it, without a fixed
 *   charge: no pack can weigh less, and no earlier bid weighs as little.
 *
 *   demand 30 | A 1-40 at Rp10,500 | B 1-40 at Rp10,800 -> A 30
 *   demand 30 | A 1-20 at Rp10,500 | B 1-40 at Rp10,800 -> null: a split must be searched
 */
export const awardPlainly = (problem: AwardProblem, { places, offers }: Admitted): Weighed | null => {
  const [first, ...others] = offers;
  if (!first) return weighDeliveries(problem, []);
  const [place, ...elsewhere] = places;
  if (!place || elsewhere.length > 0 || (place.lot.minSuppliers > 0 && place.lot.missingSupplierRp > 0))
    return null;
  const { zoneId, packs } = place;
  if (others.length === 0)
    return first.bid.tierKind === 'all-units' ? awardAlone(problem, first, zoneId) : null;
  const leastOf = (offer: Offer): number =>
    Math.min(...offer.reaches.map((reach) => leastMilliRp(offer, reach)));
  const least = Math.min(...offers.map(leastOf));
  const best = offers.find((offer) => leastOf(offer) === least);
  if (!best || best.supplier.fixedChargeRp > 0) return null;
  const [reach] = best.reaches;
  const deliveries: Delivery[] = [{ bidId: best.bid.bidId, zoneId, packs }];
  const isWhole = best.blocks.some(
    ({ toPacks, weightRpPerUnit, tier }) =>
      toPacks === packs &&
      (best.bid.tierKind === 'all-units' || tier === 0) &&
      (weightRpPerUnit + (reach?.extraRpPerUnit ?? 0)) * best.lot.packSizeMilli === least,
  );
  return isWhole ? weighDeliveries(problem, deliveries) : null;
};
