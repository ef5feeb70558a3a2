import type { AwardProblem, Delivery, ProblemBid, ProblemCost } from './award-problem.js';
import { groupBy } from './group-by.js';

/** What so many packs of a bid weigh at its tiers, in rupiah per unit x packs; null below the first tier. */
const goodsOf = ({ tiers, tierKind }: ProblemBid, packs: number): bigint | null => {
  if (packs < (tiers[0]?.fromPacks ?? Infinity)) return null;
  let sum = 0n;
  for (const [tier, { fromPacks, priceRpPerUnit }] of tiers.entries()) {
    const next = tiers[tier + 1]?.fromPacks ?? Infinity;
    if (tierKind === 'all-units') {
      if (packs >= fromPacks && packs < next) return BigInt(packs) * BigInt(priceRpPerUnit);
    } else {
      const first = tier === 0 ? 1 : fromPacks;
      const inTier = Math.max(0, Math.min(packs, next - 1) - first + 1);
      sum += BigInt(inTier) * BigInt(priceRpPerUnit);
    }
  }
  return sum;
};

/**
 * What a bid's packs weigh at tier prices, in milli-rupiah; null below its first tier.
 *
 *   packs of 1 kg, 1: Rp100, 10: Rp90; 12 packs | all-units Rp1,080 | incremental 9 x 100 + 3 x 90 = Rp1,170
 */
export const goodsMilliRp = (bid: ProblemBid, packs: number, packSizeMilli: number): bigint | null => {
  const goods = goodsOf(bid, packs);
  return goods === null ? null : goods * BigInt(packSizeMilli);
};

/** Packs that a problem's deliveries leave unserved, by lot and zone in the problem's order; negative if too many. */
export const listUnserved = (
  problem: AwardProblem,
  deliveries: readonly Delivery[],
): { lotId: string; zoneId: string; packs: number }[] => {
  const lotOf = new Map(problem.bids.map(({ bidId, lotId }) => [bidId, lotId]));
  const served = new Map<string, number>();
  for (const { bidId, zoneId, packs } of deliveries) {
    const key = JSON.stringify([lotOf.get(bidId), zoneId]);
    served.set(key, (served.get(key) ?? 0) + packs);
  }
  return problem.lots.flatMap(({ lotId, demands }) =>
    demands.map(({ zoneId, packs }) => ({
      lotId,
      zoneId,
      packs: packs - (served.get(JSON.stringify([lotId, zoneId])) ?? 0),
    })),
  );
};

/**
 * What deliveries weigh, from the problem's own numbers and in BigInt: tiers follow from the packs, fixed
 * charges from who delivers, the penalty from what is missing. Reads nothing of any model.
 *
 *   20 packs of 50 kg at Rp10,500, surcharge Rp100, fixed charge Rp250,000
 *   -> goods Rp10,500,000, surcharges Rp100,000, fixed Rp250,000
 *
 * @throws RangeError when a delivery's bid is unknown or below its first tier.
 */
export const costDeliveries = (problem: AwardProblem, deliveries: readonly Delivery[]): ProblemCost => {
  const lots = new Map(problem.lots.map((lot) => [lot.lotId, lot]));
  const bids = new Map(problem.bids.map((bid) => [bid.bidId, bid]));
  const used = new Set<string>();
  let goods = 0n;
  let surcharges = 0n;
  for (const [bidId, shares] of groupBy(deliveries, (delivery) => delivery.bidId)) {
    const bid = bids.get(bidId);
    const size = lots.get(bid?.lotId ?? '')?.packSizeMilli;
    const packs = shares.reduce((sum, share) => sum + share.packs, 0);
    const value = bid && size !== undefined ? goodsMilliRp(bid, packs, size) : null;
    if (!bid || size === undefined || value === null)
      throw new RangeError(`bid ${bidId} has no price for ${packs} packs`);
    goods += value;
    used.add(bid.supplierId);
    for (const share of shares)
      surcharges += BigInt(share.packs) * BigInt(size) * BigInt(bid.surchargeRpPerUnit[share.zoneId] ?? 0);
  }
  let fixed = 0n;
  for (const { supplierId, fixedChargeRp } of problem.suppliers)
    if (used.has(supplierId)) fixed += BigInt(fixedChargeRp) * 1000n;
  let penalty = 0n;
  for (const { lotId, packs } of listUnserved(problem, deliveries)) {
    const lot = lots.get(lotId);
    if (lot) penalty += BigInt(packs) * BigInt(lot.packSizeMilli) * BigInt(lot.limitRpPerUnit + 1);
  }
  return {
    goodsMilliRp: goods,
    surchargesMilliRp: surcharges,
    freightMilliRp: 0n,
    taxesMilliRp: 0n,
    fixedMilliRp: fixed,
    termsMilliRp: 0n,
    missingSuppliersMilliRp: 0n,
    penaltyMilliRp: penalty,
    totalMilliRp: goods + surcharges + fixed + penalty,
  };
};
