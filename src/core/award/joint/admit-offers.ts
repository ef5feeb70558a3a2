import type { AwardProblem, ProblemBid, ProblemLot, SupplierTerms } from './award-problem.js';
import { groupBy } from './group-by.js';
import { narrowOffer } from './narrow-offer.js';
import type { Admitted, Offer, Place, Reach } from './offer.js';
import { raiseToMinimumOrder } from './raise-to-minimum-order.js';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What one supplier may get of a lot at most, by its declared share: 4,000 bps of 11 packs are 4. */
export const sharePacks = (lot: ProblemLot): number => {
  const demand = lot.demands.reduce((sum, { packs }) => sum + packs, 0);
  return lot.maxShareBps >= 10_000 ? demand : Number((BigInt(demand) * BigInt(lot.maxShareBps)) / 10_000n);
};

const reachesOf = (bid: ProblemBid, places: readonly Place[]): Reach[] =>
  places.flatMap((place) => {
    const surcharge = bid.surchargeRpPerUnit[place.zoneId];
    return surcharge === null ? [] : [{ place, surchargeRpPerUnit: surcharge ?? 0 }];
  });

const admitBid = (bid: ProblemBid, supplier: SupplierTerms, places: readonly Place[]): Offer[] => {
  const lot = places[0]?.lot;
  if (!lot) return [];
  const minimumPacks = Math.max(1, bid.minimumPacks, bid.tiers[0]?.fromPacks ?? 1);
  const supplierPacks =
    supplier.capacityMilli === null ? Infinity : Math.floor(supplier.capacityMilli / lot.packSizeMilli);
  const capacityPacks = Math.min(bid.capacityPacks, supplierPacks, sharePacks(lot));
  const whole = {
    bid,
    lot,
    supplier,
    blocks: [],
    reaches: reachesOf(bid, places),
    minimumPacks,
    capacityPacks,
  };
  return narrowOffer(whole, minimumPacks, capacityPacks);
};

const listPlaces = (lots: readonly ProblemLot[]): Place[] =>
  [...lots]
    .sort((a, b) => byText(a.lotId, b.lotId))
    .flatMap((lot) =>
      [...lot.demands]
        .sort((a, b) => byText(a.zoneId, b.zoneId))
        .filter(({ packs }) => packs > 0)
        .map(({ zoneId, packs }): Place => ({ lot, zoneId, packs })),
    );

/**
 * Which bids may take part, and how far: tiers above the ceiling, zones not delivered or beyond the
 * ceiling, capacities and shares are cut away here, so that every model and every bound sees the same.
 * The order of the answer does not depend on the order of the problem.
 *
 *   capacity 40, share 50 % of 60 packs, 1: Rp11,500, 20: Rp10,800, ceiling Rp11,000
 *   -> one block, 20 to 30 packs at Rp10,800
 */
export const admitOffers = ({ lots, suppliers, bids }: AwardProblem): Admitted => {
  const places = listPlaces(lots);
  const placesOf = groupBy(places, ({ lot }) => lot.lotId);
  const termsOf = new Map(suppliers.map((terms) => [terms.supplierId, terms]));
  const offers = [...bids]
    .sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || byText(a.bidId, b.bidId))
    .flatMap((bid) => {
      const supplier = termsOf.get(bid.supplierId);
      return supplier ? admitBid(bid, supplier, placesOf.get(bid.lotId) ?? []) : [];
    });
  const bySupplier = groupBy(offers, ({ supplier }) => supplier);
  const isAlone = ({ supplier }: Offer): boolean => bySupplier.get(supplier)?.length === 1;
  return {
    places,
    offers: offers.flatMap((offer) => (isAlone(offer) ? raiseToMinimumOrder(offer) : [offer])),
  };
};
