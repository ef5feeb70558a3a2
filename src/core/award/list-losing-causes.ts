import { sumPacks } from '../kernel/sum-of.js';
import { admitOffers, orderProblemBids } from './joint/admit-offers.js';
import type { AwardProblem, Delivery, ProblemAward, ProblemBid, ProblemLot } from './joint/award-problem.js';
import { landedRpPerUnit, termsRpPerUnit } from './joint/weigh-price.js';
import type { Cause } from './word-reason.js';

/** One problem's award as the reasons read it. */
interface Scene {
  readonly problem: AwardProblem;
  readonly lot: ProblemLot;
  readonly award: ProblemAward;
  /** Bids with packs in this lot, with how many. */
  readonly winners: ReadonlyMap<ProblemBid, readonly Delivery[]>;
}

/** Zones with demand that a bid delivers to. */
const zonesOf = (bid: ProblemBid, { demands }: ProblemLot): ProblemLot['demands'] =>
  demands.filter(({ zoneId, packs }) => packs > 0 && bid.surchargeRpPerUnit[zoneId] !== null);

/** The fewest packs a bid sells at all. */
const leastPacks = (bid: ProblemBid): number => Math.max(1, bid.minimumPacks, bid.tiers[0]?.fromPacks ?? 1);

/** Whether a price is better than another for those whose pool it is: buy, lower; sell, higher. */
const isBetter = ({ side }: AwardProblem, one: number, other: number): boolean =>
  side === 'buy' ? one < other : one > other;

/** The best of prices; of none the worst there is. */
const bestOf = ({ side }: AwardProblem, prices: readonly number[]): number =>
  side === 'buy' ? Math.min(...prices) : Math.max(...prices);

/** What a unit is compared at in a zone: landed, less what paying later is worth to the buyer or costs the seller. */
const comparedRp = (
  problem: AwardProblem,
  bid: ProblemBid,
  priceRpPerUnit: number,
  zoneId: string,
): number => {
  const landed = landedRpPerUnit(problem, bid, priceRpPerUnit, zoneId) ?? Number.NaN;
  return landed - termsRpPerUnit(priceRpPerUnit, problem.annualRateBps, bid.paymentDays);
};

/** The best price of the tiers that so many packs can reach. */
const bestPrice = (problem: AwardProblem, bid: ProblemBid, mostPacks: number): number =>
  bestOf(
    problem,
    bid.tiers.filter(({ fromPacks }) => fromPacks <= mostPacks).map(({ priceRpPerUnit }) => priceRpPerUnit),
  );

/** The best landed price of a bid anywhere in the lot. */
const bestLanded = ({ problem, lot }: Scene, bid: ProblemBid): number => {
  const zones = zonesOf(bid, lot);
  const price = bestPrice(problem, bid, Math.min(bid.capacityPacks, sumPacks(zones)));
  return bestOf(
    problem,
    zones.flatMap(({ zoneId }) => landedRpPerUnit(problem, bid, price, zoneId) ?? []),
  );
};

/** Where a share is kept for others who got some of it: that. */
const causeOfReserve = (
  { problem, lot, winners }: Scene,
  { bidId, supplierId }: ProblemBid,
  priceRpPerUnit: number,
): Cause | null => {
  const reserved = new Set(
    problem.suppliers.filter((terms) => terms.isReserved).map((one) => one.supplierId),
  );
  if (lot.reservedShareBps === 0 || reserved.has(supplierId)) return null;
  if (![...winners.keys()].some((winner) => reserved.has(winner.supplierId))) return null;
  return {
    bidId,
    code: 'RESERVED_FOR_OTHERS',
    params: { priceRpPerUnit, reservedPercent: lot.reservedShareBps / 100 },
  };
};

/** Why a bid could not take part at all. */
const causeOfRefusal = (scene: Scene, bid: ProblemBid): Cause => {
  const { problem, lot } = scene;
  const { bidId, capacityPacks } = bid;
  const minimumPacks = leastPacks(bid);
  const zones = zonesOf(bid, lot);
  const reachablePacks = sumPacks(zones);
  if (zones.length === 0) return { bidId, code: 'DELIVERS_TO_NO_ZONE', params: {} };
  if (minimumPacks > reachablePacks)
    return { bidId, code: 'MINIMUM_ABOVE_DEMAND', params: { minimumPacks, demandPacks: reachablePacks } };
  if (capacityPacks < minimumPacks)
    return { bidId, code: 'CAPACITY_BELOW_MINIMUM', params: { capacityPacks, minimumPacks } };
  const priceRpPerUnit = bestLanded(scene, bid);
  if (isBetter(problem, lot.limitRpPerUnit, priceRpPerUnit))
    return problem.side === 'buy'
      ? {
          bidId,
          code: 'PRICE_ABOVE_CEILING',
          params: { priceRpPerUnit, ceilingRpPerUnit: lot.limitRpPerUnit },
        }
      : {
          bidId,
          code: 'PRICE_BELOW_FLOOR',
          params: { priceRpPerUnit, floorRpPerUnit: lot.limitRpPerUnit },
        };
  const reserved = causeOfReserve(scene, bid, priceRpPerUnit);
  if (reserved) return reserved;
  const minimumOrderRp = problem.suppliers.find(
    ({ supplierId }) => supplierId === bid.supplierId,
  )?.minimumOrderRp;
  return minimumOrderRp
    ? { bidId, code: 'MINIMUM_ORDER_OUT_OF_REACH', params: { minimumOrderRp } }
    : { bidId, code: 'LIMITS_LEAVE_NOTHING', params: {} };
};

/** Unserved packs that a bid could have delivered. */
const leftFor = ({ lot, award }: Scene, bid: ProblemBid): number => {
  const zones = new Set(zonesOf(bid, lot).map(({ zoneId }) => zoneId));
  return sumPacks(award.unserved.filter(({ lotId, zoneId }) => lotId === lot.lotId && zones.has(zoneId)));
};

/** Of the zones a bid delivers to, the worst price that anybody is awarded there at, as prices are compared. */
const worstAwarded = ({ problem, winners }: Scene, zoneIds: ReadonlySet<string>): number => {
  const found: number[] = [];
  for (const [winner, shares] of winners) {
    const packs = sumPacks(shares);
    const prices = winner.tiers
      .filter(({ fromPacks }) => fromPacks <= packs)
      .map((tier) => tier.priceRpPerUnit);
    const paid = winner.tierKind === 'all-units' ? prices.slice(-1) : prices;
    for (const { zoneId } of shares)
      for (const price of zoneIds.has(zoneId) ? paid : [])
        found.push(comparedRp(problem, winner, price, zoneId));
  }
  if (found.length === 0) return problem.side === 'buy' ? 0 : Infinity;
  return problem.side === 'buy' ? Math.max(...found) : Math.min(...found);
};

const isEarlier = (a: ProblemBid, b: ProblemBid): boolean => {
  const difference = Date.parse(a.submittedAt) - Date.parse(b.submittedAt);
  return difference < 0 || (difference === 0 && a.bidId < b.bidId);
};

/** An earlier bid that got packs in one zone that this one would have delivered at the same compared price. */
const findTwin = ({ problem, winners }: Scene, bid: ProblemBid): [ProblemBid, number] | null => {
  for (const [winner, shares] of winners) {
    const packs = sumPacks(shares);
    const wanted = winner.tiers.findLast(({ fromPacks }) => fromPacks <= packs)?.priceRpPerUnit;
    const own = bid.tiers.findLast(({ fromPacks }) => fromPacks <= packs)?.priceRpPerUnit;
    if (wanted === undefined || own === undefined || !isEarlier(winner, bid)) continue;
    if (packs > bid.capacityPacks || packs < leastPacks(bid)) continue;
    const isSame = shares.every(
      ({ zoneId }) =>
        bid.surchargeRpPerUnit[zoneId] !== null &&
        comparedRp(problem, winner, wanted, zoneId) === comparedRp(problem, bid, own, zoneId),
    );
    if (isSame) return [winner, own];
  }
  return null;
};

const causeOfLoss = (scene: Scene, bid: ProblemBid): Cause => {
  const { problem, lot, award } = scene;
  const { bidId } = bid;
  const minimumPacks = leastPacks(bid);
  const unservedPacks = leftFor(scene, bid);
  if (unservedPacks > 0 && minimumPacks > unservedPacks)
    return { bidId, code: 'MINIMUM_ABOVE_REMAINDER', params: { minimumPacks, unservedPacks } };
  const twin = findTwin(scene, bid);
  if (twin) {
    const [winner, priceRpPerUnit] = twin;
    return { bidId, code: 'EQUAL_PRICE_LATER', params: { priceRpPerUnit, winnerBidId: winner.bidId } };
  }
  const zones = zonesOf(bid, lot);
  const zoneIds = new Set(zones.map(({ zoneId }) => zoneId));
  const isBuy = problem.side === 'buy';
  const price = bestPrice(problem, bid, Math.min(bid.capacityPacks, sumPacks(zones)));
  const priceRpPerUnit = bestOf(
    problem,
    zones.map(({ zoneId }) => comparedRp(problem, bid, price, zoneId)),
  );
  const worstRpPerUnit = worstAwarded(scene, zoneIds);
  if (unservedPacks === 0 && !isBetter(problem, priceRpPerUnit, worstRpPerUnit))
    return isBuy
      ? { bidId, code: 'DEARER', params: { priceRpPerUnit, dearestRpPerUnit: worstRpPerUnit } }
      : { bidId, code: 'LOWER', params: { priceRpPerUnit, lowestRpPerUnit: worstRpPerUnit } };
  const reserved = causeOfReserve(scene, bid, priceRpPerUnit);
  if (reserved) return reserved;
  const fromPacks = bid.tiers.find(({ priceRpPerUnit: each }) => each === price)?.fromPacks ?? 1;
  return award.gapPpm > 0
    ? {
        bidId,
        code: isBuy ? 'NO_CHEAPER_SPLIT_FOUND' : 'NO_BETTER_SALE_FOUND',
        params: { priceRpPerUnit, gapPpm: award.gapPpm },
      }
    : { bidId, code: isBuy ? 'DEARER_IN_TOTAL' : 'LOWER_IN_TOTAL', params: { priceRpPerUnit, fromPacks } };
};

/**
 * Why each bid on a lot without packs got none: one cause each, earlier bids first. Each is a statement
 * that anyone can check on the opened bids; prices are landed, and where they are compared with what is
 * paid, less what paying later is worth.
 *
 *   A 30 of 30 at Rp10,500 | B at Rp10,800 -> B DEARER than Rp10,500
 *                          | C at Rp10,500, sent later -> C EQUAL_PRICE_LATER than A
 *   A 24 of 30, 6 unserved | D from 10 packs -> D MINIMUM_ABOVE_REMAINDER of 6
 *   E delivers only where nobody asked -> DELIVERS_TO_NO_ZONE
 *   sell: A 30 of 30 at Rp10,500 | B at Rp10,200 -> B LOWER than Rp10,500
 */
export const listLosingCauses = (problem: AwardProblem, award: ProblemAward, lotId: string): Cause[] => {
  const lot = problem.lots.find((one) => one.lotId === lotId);
  if (!lot) throw new RangeError(`the problem has no lot ${lotId}`);
  const own = orderProblemBids(problem.bids.filter((bid) => bid.lotId === lotId));
  const winners = new Map(
    own.flatMap((bid) => {
      const shares = award.deliveries.filter(({ bidId }) => bidId === bid.bidId);
      return shares.length > 0 ? [[bid, shares] as const] : [];
    }),
  );
  const admitted = new Set(admitOffers(problem).offers.map(({ bid }) => bid.bidId));
  const scene: Scene = { problem, lot, award, winners };
  return own
    .filter((bid) => !winners.has(bid))
    .map((bid) => (admitted.has(bid.bidId) ? causeOfLoss(scene, bid) : causeOfRefusal(scene, bid)));
};
