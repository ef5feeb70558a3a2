import { sharePacks } from './admit-offers.js';
import type { AwardProblem, Delivery, ProblemBid, ProblemLot } from './award-problem.js';
import { goodsMilliRp, listUnserved } from './cost-deliveries.js';
import { groupBy } from './group-by.js';

/** Prices that the packs of a bid are charged, and so must be within the ceiling with their surcharge. */
const pricesReached = ({ tiers, tierKind }: ProblemBid, packs: number): number[] => {
  const reached = tiers.filter(({ fromPacks }) => fromPacks <= packs);
  return (tierKind === 'all-units' ? reached.slice(-1) : reached).map(({ priceRpPerUnit }) => priceRpPerUnit);
};

const brokenByBid = (bid: ProblemBid, lot: ProblemLot, shares: readonly Delivery[]): string[] => {
  const broken: string[] = [];
  const say = (text: string): unknown => broken.push(`${bid.bidId}: ${text}`);
  const packs = shares.reduce((sum, share) => sum + share.packs, 0);
  const dearest = Math.max(...pricesReached(bid, packs));
  if (packs > bid.capacityPacks) say(`${packs} packs above the capacity of ${bid.capacityPacks}`);
  if (packs < bid.minimumPacks) say(`${packs} packs below the minimum of ${bid.minimumPacks}`);
  if (packs > sharePacks(lot)) say(`${packs} packs above the share of ${sharePacks(lot)}`);
  if (packs < (bid.tiers[0]?.fromPacks ?? Infinity)) say(`${packs} packs below the first tier`);
  if (new Set(shares.map(({ zoneId }) => zoneId)).size < shares.length) say('a zone stands twice');
  for (const { zoneId, packs: part } of shares) {
    const surcharge = bid.surchargeRpPerUnit[zoneId] === undefined ? 0 : bid.surchargeRpPerUnit[zoneId];
    if (!Number.isSafeInteger(part) || part < 1) say(`${part} is no number of packs`);
    if (!lot.demands.some((demand) => demand.zoneId === zoneId)) say(`no demand in ${zoneId}`);
    if (surcharge === null) say(`does not deliver to ${zoneId}`);
    else if (dearest + surcharge > lot.limitRpPerUnit) say(`above the ceiling in ${zoneId}`);
  }
  return broken;
};

/**
 * Every limit that deliveries break, in words for a log; empty when they keep all. Reads the problem
 * itself, not what admission or a model made of it.
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
    const faults = brokenByBid(bid, lot, shares);
    broken.push(...faults);
    if (faults.length > 0) continue;
    const packs = shares.reduce((sum, share) => sum + share.packs, 0);
    const sum = ordered.get(bid.supplierId) ?? { milli: 0n, goods: 0n };
    ordered.set(bid.supplierId, {
      milli: sum.milli + BigInt(packs) * BigInt(lot.packSizeMilli),
      goods: sum.goods + (goodsMilliRp(bid, packs, lot.packSizeMilli) ?? 0n),
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
  return broken;
};
