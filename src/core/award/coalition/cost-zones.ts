import { amountRp, toSafe } from '../../kernel/quantity.js';
import { split } from '../../kernel/split.js';
import { clearingPrices } from '../joint/clearing-prices.js';
import { groupBy } from '../joint/group-by.js';
import { listAwardLines } from '../list-award-lines.js';
import type { AwardProblem, Delivery, ProblemBid, ProblemLot } from '../joint/award-problem.js';
import type { PriceKind } from '../../pool/pricing.js';

/** What shares one price: a lot, or a zone of it. */
export interface PriceArea {
  readonly lotId: string;
  /** Null: all zones of the lot. */
  readonly zoneId: string | null;
  readonly packs: number;
  /** Buy: what it costs landed; sell: what it brings; whole rupiah. */
  readonly amountRp: number;
}

/** Packs of one bid of a sale in one zone, in milli-rupiah. */
interface Piece {
  readonly supplierId: string;
  readonly lot: ProblemLot;
  readonly zoneId: string;
  readonly packs: number;
  readonly goodsMilliRp: bigint;
  readonly landedMilliRp: bigint;
}

/** The tiers a bid's packs fall into. */
const listSlices = (
  { tiers, tierKind }: ProblemBid,
  packs: number,
): { packs: number; priceRpPerUnit: number }[] => {
  const reached = tiers.filter(({ fromPacks }) => fromPacks <= packs);
  if (tierKind === 'all-units')
    return reached.slice(-1).map(({ priceRpPerUnit }) => ({ packs, priceRpPerUnit }));
  return reached.map(({ fromPacks, priceRpPerUnit }, tier) => ({
    packs: Math.min(packs, (reached[tier + 1]?.fromPacks ?? Infinity) - 1) - (tier === 0 ? 0 : fromPacks - 1),
    priceRpPerUnit,
  }));
};

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => bigint): bigint =>
  items.reduce((sum, item) => sum + value(item), 0n);

/**
 * A sale's bid zone by zone: goods by packs (incremental tiers have no zone of their own), less surcharge
 * and freight there.
 */
const listPieces = (bid: ProblemBid, lot: ProblemLot, shares: readonly Delivery[]): Piece[] => {
  const size = BigInt(lot.packSizeMilli);
  const total = shares.reduce((sum, { packs }) => sum + packs, 0);
  const slices = listSlices(bid, total);
  const goods = sumOf(slices, ({ packs, priceRpPerUnit }) => BigInt(packs) * BigInt(priceRpPerUnit)) * size;
  let before = 0;
  return shares.map(({ zoneId, packs }) => {
    const part = (sum: bigint): bigint =>
      (sum * BigInt(before + packs)) / BigInt(total) - (sum * BigInt(before)) / BigInt(total);
    const perUnit = (bid.surchargeRpPerUnit[zoneId] ?? 0) + (bid.freightRpPerUnit[zoneId] ?? 0);
    const added = BigInt(packs) * size * BigInt(perUnit);
    const goodsMilliRp = part(goods);
    before += packs;
    return {
      supplierId: bid.supplierId,
      lot,
      zoneId,
      packs,
      goodsMilliRp,
      landedMilliRp: goodsMilliRp - added,
    };
  });
};

/** What the packs of an area of a sale come to, by zone: all at the lowest landed price of a bid there. */
const worthOf = (pieces: readonly Piece[]): bigint => {
  const packs = sumOf(pieces, (piece) => BigInt(piece.packs));
  const lowest = pieces.reduce<Piece | null>(
    (low, piece) =>
      low && low.landedMilliRp * BigInt(piece.packs) <= piece.landedMilliRp * BigInt(low.packs) ? low : piece,
    null,
  );
  return lowest ? (lowest.landedMilliRp * packs) / BigInt(lowest.packs) : 0n;
};

/** Half up, also below zero, where fees eat what a sale brings. */
const toRupiah = (milliRp: bigint): number => {
  const shifted = milliRp + 500n;
  const whole = shifted / 1000n;
  return toSafe(shifted < 0n && whole * 1000n !== shifted ? whole - 1n : whole);
};

/** Fixed charges of each supplier over its pieces, by what their goods are worth. */
const shareFixed = (problem: AwardProblem, pieces: readonly Piece[]): Map<Piece, number> => {
  const charges = new Map(
    problem.suppliers.map(({ supplierId, fixedChargeRp }) => [supplierId, fixedChargeRp]),
  );
  const shares = new Map<Piece, number>();
  for (const [supplierId, own] of groupBy(pieces, (piece) => piece.supplierId)) {
    const goods = own.map(({ goodsMilliRp }) => toSafe(goodsMilliRp));
    const weights = goods.some((weight) => weight > 0) ? goods : own.map(({ packs }) => packs);
    split(charges.get(supplierId) ?? 0, weights).forEach((share, at) => {
      const piece = own[at];
      if (piece) shares.set(piece, share);
    });
  }
  return shares;
};

interface Priced {
  readonly pricing: PriceKind;
  readonly feeRpPerUnit: number;
}

/**
 * What is bought costs what the award's lines say of each zone: what suppliers bill and what members pay are
 * parts of the same amounts, to the rupiah.
 */
const costBought = (
  problem: AwardProblem,
  deliveries: readonly Delivery[],
  { pricing, feeRpPerUnit }: Priced,
): PriceArea[] => {
  const bids = new Map(problem.bids.map((bid) => [bid.bidId, bid.lotId]));
  const zones = listAwardLines(problem, deliveries).flatMap((line) =>
    line.zones.map((zone) => ({ ...zone, lotId: bids.get(line.bidId) ?? '' })),
  );
  const ofLot = groupBy(zones, ({ lotId }) => lotId);
  return problem.lots.flatMap(({ lotId, packSizeMilli }) => {
    const own = ofLot.get(lotId) ?? [];
    return [...groupBy(own, ({ zoneId }) => (pricing === 'uniform' ? null : zoneId))].map(
      ([zoneId, area]): PriceArea => {
        const packs = area.reduce((sum, zone) => sum + zone.packs, 0);
        const costRp = area.reduce((sum, zone) => sum + zone.amountRp, 0);
        return { lotId, zoneId, packs, amountRp: costRp + amountRp(packs, packSizeMilli, feeRpPerUnit) };
      },
    );
  });
};

/**
 * What an award really comes to, in whole rupiah, by lot or by zone of it: goods, surcharges, freight and
 * taxes, the lot's part of each supplier's fixed charge (over all its lots by value of goods), and the fee.
 * Payment terms and missing suppliers weigh in the comparison of bids and are paid by nobody. A sale is the
 * mirror: the clearing price of all packs, less fixed charges and fee.
 *
 *   40 packs of 1 kg: A 30 at Rp100, fixed Rp60; B 10 at Rp120; fee Rp1 -> 3,000 + 1,200 + 60 + 40 = Rp4,300
 *
 * The deliveries are an admissible award of the problem. Areas come in the order of lots and their zones.
 */
export const costZones = (
  problem: AwardProblem,
  deliveries: readonly Delivery[],
  { pricing, feeRpPerUnit }: Priced,
): PriceArea[] => {
  if (problem.side === 'buy') return costBought(problem, deliveries, { pricing, feeRpPerUnit });
  const lots = new Map(problem.lots.map((lot) => [lot.lotId, lot]));
  const ofBid = groupBy(deliveries, ({ bidId }) => bidId);
  const pieces = problem.bids.flatMap((bid) => {
    const lot = lots.get(bid.lotId);
    const shares = ofBid.get(bid.bidId) ?? [];
    return lot && shares.length > 0 ? listPieces(bid, lot, shares) : [];
  });
  const fixed = shareFixed(problem, pieces);
  const prices = pricing === 'uniform' ? clearingPrices(problem, deliveries) : null;
  const ofLot = groupBy(pieces, ({ lot }) => lot.lotId);
  return problem.lots.flatMap((lot): PriceArea[] => {
    const own = ofLot.get(lot.lotId) ?? [];
    const areas = pricing === 'uniform' ? [own] : [...groupBy(own, ({ zoneId }) => zoneId).values()];
    return areas
      .filter((area) => area.length > 0)
      .map((area) => {
        const packs = area.reduce((sum, piece) => sum + piece.packs, 0);
        const fixedRp = area.reduce((sum, piece) => sum + (fixed.get(piece) ?? 0), 0);
        const feesRp = amountRp(packs, lot.packSizeMilli, feeRpPerUnit);
        const worthRp = prices
          ? amountRp(packs, lot.packSizeMilli, prices.get(lot.lotId) ?? 0)
          : toRupiah(worthOf(area));
        return {
          lotId: lot.lotId,
          zoneId: pricing === 'uniform' ? null : (area[0]?.zoneId ?? null),
          packs,
          amountRp: worthRp - fixedRp - feesRp,
        };
      });
  });
};
