import { taxRpPerUnit } from '../../offer/tax-per-unit.js';
import { groupBy } from '../../kernel/group-by.js';
import { packsAtPrices } from '../../offer/price-volume.js';
import type { AwardProblem, Delivery, ProblemBid, ProblemCost } from './award-problem.js';
import { termsRpPerUnit, weighLimit, weighTotal } from './weigh-price.js';

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

/** Lots with fewer suppliers than they wish for, in the problem's order; a lot without demand misses none. */
export const listMissingSuppliers = (
  { lots, bids }: AwardProblem,
  deliveries: readonly Delivery[],
): { lotId: string; suppliers: number }[] => {
  const bidOf = new Map(bids.map((bid) => [bid.bidId, bid]));
  const suppliersOf = groupBy(
    deliveries.flatMap(({ bidId }) => bidOf.get(bidId) ?? []),
    ({ lotId }) => lotId,
  );
  return lots.flatMap(({ lotId, minSuppliers, demands }) => {
    const found = new Set((suppliersOf.get(lotId) ?? []).map(({ supplierId }) => supplierId)).size;
    const hasDemand = demands.some(({ packs }) => packs > 0);
    return hasDemand && found < minSuppliers ? [{ lotId, suppliers: minSuppliers - found }] : [];
  });
};

const addBid = (
  sums: Pick<
    ProblemCost,
    'goodsMilliRp' | 'surchargesMilliRp' | 'freightMilliRp' | 'taxesMilliRp' | 'termsMilliRp'
  >,
  { annualRateBps }: AwardProblem,
  bid: ProblemBid,
  packSizeMilli: number,
  shares: readonly Delivery[],
): typeof sums => {
  const packs = shares.reduce((sum, share) => sum + share.packs, 0);
  const parts = packsAtPrices(bid, packs);
  if (!parts) throw new RangeError(`bid ${bid.bidId} has no price for ${packs} packs`);
  const size = BigInt(packSizeMilli);
  const byPart = (rpPerUnit: (price: number) => number): bigint =>
    parts.reduce((sum, part) => sum + BigInt(part.packs) * BigInt(rpPerUnit(part.priceRpPerUnit)) * size, 0n);
  const byZone = (rpPerUnit: Readonly<Record<string, number | null>>): bigint =>
    shares.reduce(
      (sum, share) => sum + BigInt(share.packs) * BigInt(rpPerUnit[share.zoneId] ?? 0) * size,
      0n,
    );
  return {
    goodsMilliRp: sums.goodsMilliRp + byPart((price) => price),
    surchargesMilliRp: sums.surchargesMilliRp + byZone(bid.surchargeRpPerUnit),
    freightMilliRp: sums.freightMilliRp + byZone(bid.freightRpPerUnit),
    taxesMilliRp: sums.taxesMilliRp + byPart((price) => taxRpPerUnit(price, bid.taxBps)),
    termsMilliRp:
      sums.termsMilliRp + byPart((price) => termsRpPerUnit(price, annualRateBps, bid.paymentDays)),
  };
};

/**
 * What deliveries weigh, from the problem's own numbers and in BigInt: tiers follow from the packs, fixed
 * charges from who delivers, the penalty from what is missing. Reads nothing of any model.
 *
 *   20 packs of 50 kg at Rp10,500, surcharge Rp100, tax 110 bps, fixed charge Rp250,000
 *   -> goods Rp10,500,000, surcharges Rp100,000, taxes Rp116,000 (Rp116 a kg), fixed Rp250,000
 *
 * @throws RangeError when a delivery's bid is unknown or below its first tier.
 */
export const costDeliveries = (problem: AwardProblem, deliveries: readonly Delivery[]): ProblemCost => {
  const lots = new Map(problem.lots.map((lot) => [lot.lotId, lot]));
  const bids = new Map(problem.bids.map((bid) => [bid.bidId, bid]));
  const used = new Set<string>();
  let sums = {
    goodsMilliRp: 0n,
    surchargesMilliRp: 0n,
    freightMilliRp: 0n,
    taxesMilliRp: 0n,
    termsMilliRp: 0n,
  };
  for (const [bidId, shares] of groupBy(deliveries, (delivery) => delivery.bidId)) {
    const bid = bids.get(bidId);
    const size = lots.get(bid?.lotId ?? '')?.packSizeMilli;
    if (!bid || size === undefined) throw new RangeError(`bid ${bidId} is unknown`);
    sums = addBid(sums, problem, bid, size, shares);
    used.add(bid.supplierId);
  }
  let fixed = 0n;
  for (const { supplierId, fixedChargeRp } of problem.suppliers)
    if (used.has(supplierId)) fixed += BigInt(fixedChargeRp) * 1000n;
  let missing = 0n;
  for (const { lotId, suppliers } of listMissingSuppliers(problem, deliveries))
    missing += BigInt(suppliers) * BigInt(lots.get(lotId)?.missingSupplierRp ?? 0) * 1000n;
  let unserved = 0n;
  for (const { lotId, packs } of listUnserved(problem, deliveries)) {
    const lot = lots.get(lotId);
    if (lot) unserved += BigInt(packs) * BigInt(lot.packSizeMilli) * BigInt(weighLimit(problem, lot) + 1);
  }
  const goods = weighTotal(problem, sums.goodsMilliRp);
  const besides = sums.surchargesMilliRp + sums.freightMilliRp + sums.taxesMilliRp + fixed + missing;
  // Paying later is a gain to who buys; on the sell side to the others.
  const weight = goods + besides - weighTotal(problem, sums.termsMilliRp) + unserved;
  return {
    ...sums,
    fixedMilliRp: fixed,
    missingSuppliersMilliRp: missing,
    penaltyMilliRp: weighTotal(problem, unserved),
    totalMilliRp: weighTotal(problem, weight),
  };
};
