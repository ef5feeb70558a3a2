import { groupBy } from '../../kernel/group-by.js';
import { packsAtPrices, priceVolume } from '../../offer/price-volume.js';
import { listOpenPacks, sharePacks } from './admit-offers.js';
import type { AwardProblem, Delivery, ProblemBid, ProblemLot } from './award-problem.js';
import { listUnserved } from './cost-deliveries.js';
import { groupBuyers } from './group-buyers.js';
import { listOverfull } from './list-overfull.js';
import { landedRpPerUnit } from './weigh-price.js';

/** Whether packs are paid more (buy) or less (sell) than the lot's limit in a zone, at any price reached. */
const isBeyondLimit = (
  problem: AwardProblem,
  bid: ProblemBid,
  lot: ProblemLot,
  packs: number,
  zoneId: string,
): boolean =>
  (packsAtPrices(bid, packs) ?? []).some(({ priceRpPerUnit }) => {
    const landed = landedRpPerUnit(problem, bid, priceRpPerUnit, zoneId);
    if (landed === null) return false;
    return problem.side === 'buy' ? landed > lot.limitRpPerUnit : landed < lot.limitRpPerUnit;
  });

const brokenByBid = (
  problem: AwardProblem,
  bid: ProblemBid,
  lot: ProblemLot,
  shares: readonly Delivery[],
): string[] => {
  const broken: string[] = [];
  const say = (text: string): unknown => broken.push(`${bid.bidId}: ${text}`);
  const packs = shares.reduce((sum, share) => sum + share.packs, 0);
  if (packs > bid.capacityPacks) say(`${packs} packs above the capacity of ${bid.capacityPacks}`);
  if (packs < bid.minimumPacks) say(`${packs} packs below the minimum of ${bid.minimumPacks}`);
  if (packs > sharePacks(lot)) say(`${packs} packs above the share of ${sharePacks(lot)}`);
  if (packs < (bid.tiers[0]?.fromPacks ?? Infinity)) say(`${packs} packs below the first tier`);
  if (new Set(shares.map(({ zoneId }) => zoneId)).size < shares.length) say('a zone stands twice');
  for (const { zoneId, packs: part } of shares) {
    if (!Number.isSafeInteger(part) || part < 1) say(`${part} is no number of packs`);
    if (!lot.demands.some((demand) => demand.zoneId === zoneId)) say(`no demand in ${zoneId}`);
    if (bid.surchargeRpPerUnit[zoneId] === null) say(`does not deliver to ${zoneId}`);
    if (isBeyondLimit(problem, bid, lot, packs, zoneId)) say(`beyond the limit price in ${zoneId}`);
  }
  return broken;
};

/** Zones whose buyers cannot be given the packs within the bids' limits per buyer. */
const brokenByBuyers = ({ lots, bids }: AwardProblem, deliveries: readonly Delivery[]): string[] => {
  const limits = new Map(
    bids.flatMap(({ bidId, lotId, maxPerBuyerPacks }) =>
      maxPerBuyerPacks === null ? [] : [[bidId, { lotId, maxPerBuyerPacks }] as const],
    ),
  );
  const parts = deliveries.flatMap(({ bidId, zoneId, packs }) => {
    const limit = limits.get(bidId);
    return limit ? [{ ...limit, bidId, zoneId, packs }] : [];
  });
  const partsOf = groupBy(parts, ({ lotId, zoneId }) => JSON.stringify([lotId, zoneId]));
  return lots.flatMap(({ lotId, demands }) =>
    demands.flatMap(({ zoneId, buyers = [] }) => {
      const own = partsOf.get(JSON.stringify([lotId, zoneId]));
      return (own ? listOverfull(groupBuyers(buyers), own) : []).map(
        (over) =>
          `${over.parts.map(({ bidId }) => bidId).join(', ')}: buyers in ${zoneId} may take ${over.mostPacks}`,
      );
    }),
  );
};

const brokenByReserve = (problem: AwardProblem, deliveries: readonly Delivery[]): string[] => {
  const open = new Set(problem.suppliers.flatMap((terms) => (terms.isReserved ? [] : [terms.supplierId])));
  const lotOf = new Map(
    problem.bids.flatMap(({ bidId, lotId, supplierId }) => (open.has(supplierId) ? [[bidId, lotId]] : [])),
  );
  return [...listOpenPacks(problem)].flatMap(([lotId, most]) => {
    const packs = deliveries.reduce(
      (sum, each) => sum + (lotOf.get(each.bidId) === lotId ? each.packs : 0),
      0,
    );
    return packs > most ? [`${lotId}: ${packs} packs to suppliers who are not reserved, above ${most}`] : [];
  });
};

/**
 * Every limit that deliveries break, in words for a log; empty when they keep all. Reads the problem
 * itself, not what a model made of it.
 *
 *   A delivers 31 packs, capacity 30 -> ["A: 31 packs above the capacity of 30"]
 */
export const listBrokenDeliveries = (problem: AwardProblem, deliveries: readonly Delivery[]): string[] => {
  const lots = new Map(problem.lots.map((lot) => [lot.lotId, lot]));
  const bids = new Map(problem.bids.map((bid) => [bid.bidId, bid]));
  const terms = new Map(problem.suppliers.map((supplier) => [supplier.supplierId, supplier]));
  const broken: string[] = [];
  const ordered = new Map<string, { milli: bigint; goods: bigint }>();
  for (const [bidId, shares] of groupBy(deliveries, (delivery) => delivery.bidId)) {
    const bid = bids.get(bidId);
    const lot = lots.get(bid?.lotId ?? '');
    if (!bid || !lot) {
      broken.push(`${bidId}: no such bid`);
      continue;
    }
    const faults = brokenByBid(problem, bid, lot, shares);
    broken.push(...faults);
    if (faults.length > 0) continue;
    const packs = shares.reduce((sum, share) => sum + share.packs, 0);
    const sum = ordered.get(bid.supplierId) ?? { milli: 0n, goods: 0n };
    ordered.set(bid.supplierId, {
      milli: sum.milli + BigInt(packs) * BigInt(lot.packSizeMilli),
      goods: sum.goods + (priceVolume(bid, packs) ?? 0n) * BigInt(lot.packSizeMilli),
    });
  }
  for (const [supplierId, { milli, goods }] of ordered) {
    const supplier = terms.get(supplierId);
    if (supplier && supplier.capacityMilli !== null && milli > BigInt(supplier.capacityMilli))
      broken.push(`${supplierId}: ${milli} above the capacity of ${supplier.capacityMilli}`);
    if (supplier && goods < BigInt(supplier.minimumOrderRp) * 1000n)
      broken.push(`${supplierId}: an order of ${goods} below the minimum of Rp${supplier.minimumOrderRp}`);
  }
  for (const { lotId, zoneId, packs } of listUnserved(problem, deliveries)) {
    if (packs < 0) broken.push(`${lotId}: ${-packs} packs too many in ${zoneId}`);
    if (packs > 0 && lots.get(lotId)?.unserved === 'forbidden')
      broken.push(`${lotId}: ${packs} packs unserved in ${zoneId}`);
  }
  return [...broken, ...brokenByBuyers(problem, deliveries), ...brokenByReserve(problem, deliveries)];
};
