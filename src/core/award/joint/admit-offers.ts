import { sumPacks } from '../../kernel/sum-of.js';
import { groupBy } from '../../kernel/group-by.js';
import type { AwardProblem, ProblemBid, ProblemLot } from './award-problem.js';
import { groupBuyers, packsTaken } from './group-buyers.js';
import { mostTogether } from './most-together.js';
import { narrowOffer } from './narrow-offer.js';
import type { Admitted, Offer, Place, Reach } from './offer.js';
import { raiseToMinimumOrder } from './raise-to-minimum-order.js';
import { extraRpPerUnit, weighLimit, weighPrice } from './weigh-price.js';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const partPacks = (packs: number, bps: number): number => Number((BigInt(packs) * BigInt(bps)) / 10_000n);

/** Earlier bids first, then ids: the order in which equal awards are preferred. */
export const orderProblemBids = (bids: readonly ProblemBid[]): ProblemBid[] =>
  [...bids].sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt) || byText(a.bidId, b.bidId));

/** What one supplier may get of a lot at most, by its declared share: 4,000 bps of 11 packs are 4. */
export const sharePacks = (lot: ProblemLot): number => {
  const demand = sumPacks(lot.demands);
  return lot.maxShareBps >= 10_000 ? demand : partPacks(demand, lot.maxShareBps);
};

const reachesOf = (bid: ProblemBid, places: readonly Place[]): Reach[] =>
  places.flatMap((place) => {
    const extra = extraRpPerUnit(bid, place.zoneId);
    const taken =
      bid.maxPerBuyerPacks === null ? place.packs : packsTaken(place.buyers, bid.maxPerBuyerPacks);
    const packs = Math.min(place.packs, taken);
    return extra === null || packs === 0 ? [] : [{ place, extraRpPerUnit: extra, packs }];
  });

const listPlaces = (problem: AwardProblem): Place[] => {
  const limited = new Set(
    problem.bids.filter(({ maxPerBuyerPacks }) => maxPerBuyerPacks !== null).map(({ lotId }) => lotId),
  );
  return [...problem.lots]
    .sort((a, b) => byText(a.lotId, b.lotId))
    .flatMap((lot) =>
      [...lot.demands]
        .sort((a, b) => byText(a.zoneId, b.zoneId))
        .filter(({ packs }) => packs > 0)
        .map(({ zoneId, packs, buyers = [] }): Place => ({
          lot,
          zoneId,
          packs,
          limitWeightRpPerUnit: weighLimit(problem, lot),
          buyers: limited.has(lot.lotId) ? groupBuyers(buyers) : [],
        })),
    );
};

/** Admits bids one by one; what a supplier may get of a lot may be cut further. */
const admitter = (problem: AwardProblem): { places: Place[]; admit: (bid: ProblemBid) => Offer[] } => {
  const places = listPlaces(problem);
  const placesOf = groupBy(places, ({ lot }) => lot.lotId);
  const termsOf = new Map(problem.suppliers.map((terms) => [terms.supplierId, terms]));
  const admit = (bid: ProblemBid): Offer[] => {
    const supplier = termsOf.get(bid.supplierId);
    const own = placesOf.get(bid.lotId) ?? [];
    const lot = own[0]?.lot;
    if (!lot || !supplier) return [];
    const minimumPacks = Math.max(1, bid.minimumPacks, bid.tiers[0]?.fromPacks ?? 1);
    const supplierPacks =
      supplier.capacityMilli === null ? Infinity : Math.floor(supplier.capacityMilli / lot.packSizeMilli);
    const capacityPacks = Math.min(bid.capacityPacks, supplierPacks, sharePacks(lot));
    const whole = {
      bid,
      lot,
      supplier,
      prices: bid.tiers.map(({ priceRpPerUnit }) => weighPrice(problem, bid, priceRpPerUnit)),
      blocks: [],
      reaches: reachesOf(bid, own),
      minimumPacks,
      capacityPacks,
    };
    return narrowOffer(whole, minimumPacks, capacityPacks);
  };
  return { places, admit };
};

const openPacksOf = (problem: AwardProblem, offers: readonly Offer[]): Map<string, number> => {
  const reserved = groupBy(
    offers.filter(({ supplier }) => supplier.isReserved),
    ({ lot }) => lot.lotId,
  );
  return new Map(
    problem.lots
      .filter(({ reservedShareBps }) => reservedShareBps > 0)
      .map((lot) => {
        const demand = sumPacks(lot.demands);
        const most = mostTogether(reserved.get(lot.lotId) ?? []);
        return [lot.lotId, demand - Math.min(partPacks(demand, lot.reservedShareBps), most)];
      }),
  );
};

/**
 * By lot with a reserved share: the most that suppliers who are not reserved may get together. It is the
 * lot less the reserved packs: the declared share of it, rounded down, but never more than the admissible
 * bids of reserved suppliers could deliver to this lot at all (each what it could be awarded alone; their
 * minimums together, and minimum orders, left aside). What reserved suppliers then do not take, for a
 * minimum or a better price of unserved packs, stays unserved.
 *
 *   100 packs, 30 % reserved | reserved bids for 50 packs -> 70 ; for 20 packs -> 80 ; none -> 100
 */
export const listOpenPacks = (problem: AwardProblem): Map<string, number> =>
  problem.lots.some(({ reservedShareBps }) => reservedShareBps > 0)
    ? openPacksOf(problem, problem.bids.flatMap(admitter(problem).admit))
    : new Map<string, number>();

/**
 * Which bids may take part, and how far: tiers beyond the limit, zones not delivered or beyond the limit,
 * capacities and shares are cut away here, so that every model and every bound sees the same. The order
 * of the answer does not depend on the order of the problem.
 *
 *   capacity 40, share 50 % of 60 packs, 1: Rp11,500, 20: Rp10,800, ceiling Rp11,000
 *   -> one block, 20 to 30 packs at Rp10,800
 */
export const admitOffers = (problem: AwardProblem): Admitted => {
  const { places, admit } = admitter(problem);
  const admitted = orderProblemBids(problem.bids).flatMap(admit);
  const openPacks = openPacksOf(problem, admitted);
  const offers = admitted.flatMap((offer) => {
    const most = offer.supplier.isReserved ? undefined : openPacks.get(offer.lot.lotId);
    return most === undefined || most >= offer.capacityPacks
      ? [offer]
      : narrowOffer(offer, offer.minimumPacks, most);
  });
  const bySupplier = groupBy(offers, ({ supplier }) => supplier);
  const isAlone = ({ supplier }: Offer): boolean => bySupplier.get(supplier)?.length === 1;
  return {
    places,
    openPacks,
    offers: offers.flatMap((offer) => (isAlone(offer) ? raiseToMinimumOrder(offer) : [offer])),
  };
};
