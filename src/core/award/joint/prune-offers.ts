import { groupBy } from '../../kernel/group-by.js';
import { leastMilliRp, type Admitted, type Offer, type Place } from './offer.js';

/** Suppliers worth using in fewer rounds than this share are left out first. */
const LEAST_WORTH = 0.02;
const SUPPLIERS_PER_PLACE = 20;

const cover = (offers: readonly Offer[]): Map<string, number> => {
  const packs = new Map<string, number>();
  for (const { lot, capacityPacks } of offers)
    packs.set(lot.lotId, (packs.get(lot.lotId) ?? 0) + capacityPacks);
  return packs;
};

/**
 * The offers of the suppliers that prices made worthwhile, and of further ones, the most worthwhile first,
 * until they could together deliver every lot (or as much of it as all could).
 *
 *   worth A 1, B 0.6, C 0 | capacity of A and B below the demand -> A, B, C
 */
export const pruneOffers = (
  { places, offers }: Admitted,
  worth: ReadonlyMap<string, number>,
): readonly Offer[] => {
  const demand = new Map<string, number>();
  for (const { lot, packs } of places) demand.set(lot.lotId, (demand.get(lot.lotId) ?? 0) + packs);
  const worthOf = (supplierId: string): number => worth.get(supplierId) ?? 0;
  const ranked = [...groupBy(offers, ({ supplier }) => supplier.supplierId)].sort(
    ([a], [b]) => worthOf(b) - worthOf(a),
  );
  const kept: Offer[] = [];
  for (const [supplierId, own] of ranked) {
    const covered = cover(kept);
    const isNeeded = own.some(({ lot }) => (covered.get(lot.lotId) ?? 0) < (demand.get(lot.lotId) ?? 0));
    if (worthOf(supplierId) >= LEAST_WORTH || isNeeded) kept.push(...own);
  }
  const bids = new Set(kept.map(({ bid }) => bid));
  return offers.filter(({ bid }) => bids.has(bid));
};

/**
 * Whether an offer is among the best twenty of a place, by the least its packs can weigh there.
 *
 *   100 suppliers x 1,000 places -> 20,000 of 100,000 pairs
 */
export const keepCheapest = (offers: readonly Offer[]): ((offer: Offer, place: Place) => boolean) => {
  const lanes = offers.flatMap((offer) =>
    offer.reaches.map((reach) => ({ offer, place: reach.place, price: leastMilliRp(offer, reach) })),
  );
  const kept = new Map<Place, Set<Offer>>();
  for (const [place, own] of groupBy(lanes, (lane) => lane.place)) {
    const cheapest = own.sort((a, b) => a.price - b.price).slice(0, SUPPLIERS_PER_PLACE);
    kept.set(place, new Set(cheapest.map(({ offer }) => offer)));
  }
  return (offer, place) => kept.get(place)?.has(offer) ?? false;
};
