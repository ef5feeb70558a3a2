import { sumPacks } from '../kernel/sum-of.js';
import { toSafe } from '../kernel/quantity.js';
import { split } from '../kernel/split.js';
import { groupBy } from '../kernel/group-by.js';
import { costDeliveries } from './joint/cost-deliveries.js';
import type { AwardProblem, Delivery, ProblemBid, ProblemCost, ProblemLot } from './joint/award-problem.js';
import type { AwardLine, AwardZone } from './lot-award.js';

/** Half rounded up. */
export const wholeRp = (milliRp: bigint): number => toSafe((milliRp + 500n) / 1000n);

interface Part {
  readonly bid: ProblemBid;
  readonly lot: ProblemLot;
  readonly shares: readonly Delivery[];
  readonly packs: number;
  readonly cost: ProblemCost;
}

/** What one bid's packs cost by themselves: nothing of the others, nothing of fixed charges. */
const costAlone = (
  problem: AwardProblem,
  bid: ProblemBid,
  lot: ProblemLot,
  shares: readonly Delivery[],
): ProblemCost => costDeliveries({ ...problem, lots: [lot], bids: [bid], suppliers: [] }, shares);

const listParts = (problem: AwardProblem, deliveries: readonly Delivery[]): Part[] => {
  const lots = new Map(problem.lots.map((lot) => [lot.lotId, lot]));
  const bids = new Map(problem.bids.map((bid) => [bid.bidId, bid]));
  return [...groupBy(deliveries, ({ bidId }) => bidId)].map(([bidId, shares]) => {
    const bid = bids.get(bidId);
    const lot = lots.get(bid?.lotId ?? '');
    if (!bid || !lot) throw new RangeError(`bid ${bidId} is unknown`);
    return { bid, lot, shares, packs: sumPacks(shares), cost: costAlone(problem, bid, lot, shares) };
  });
};

/** Each bid's part of its supplier's fixed charge, by the value of goods; equal values by the lot's id. */
const splitFixed = ({ suppliers }: AwardProblem, parts: readonly Part[]): Map<string, number> => {
  const charges = new Map(suppliers.map(({ supplierId, fixedChargeRp }) => [supplierId, fixedChargeRp]));
  return new Map(
    [...groupBy(parts, ({ bid }) => bid.supplierId)].flatMap(([supplierId, own]) => {
      const ordered = [...own].sort((a, b) => (a.lot.lotId < b.lot.lotId ? -1 : 1));
      const charge = charges.get(supplierId) ?? 0;
      const shares = split(
        charge,
        ordered.map(({ cost }) => toSafe(cost.goodsMilliRp)),
      );
      return ordered.map(({ bid }, place) => [bid.bidId, shares[place] ?? 0] as const);
    }),
  );
};

/** Of each zone its part of the line: surcharge and freight where they arise, all else by packs. */
const splitZones = (
  sign: 1 | -1,
  { bid, lot, shares }: Part,
  line: Omit<AwardLine, 'zones'>,
): AwardZone[] => {
  const byPacks = split(
    line.amountRp - sign * (line.surchargeRp + line.freightRp),
    shares.map(({ packs }) => packs),
  );
  const byRate = (totalRp: number, rateOf: (zoneId: string) => number): number[] =>
    split(
      totalRp,
      shares.map(({ packs, zoneId }) => packs * lot.packSizeMilli * rateOf(zoneId)),
    );
  const surchargeOf = (zoneId: string): number => bid.surchargeRpPerUnit[zoneId] ?? 0;
  const freightOf = (zoneId: string): number => bid.freightRpPerUnit[zoneId] ?? 0;
  const surcharges = byRate(line.surchargeRp, surchargeOf);
  const freight = byRate(line.freightRp, freightOf);
  return shares.map(({ zoneId, packs }, place) => ({
    zoneId,
    packs,
    surchargeRpPerUnit: surchargeOf(zoneId),
    freightRpPerUnit: freightOf(zoneId),
    amountRp: (byPacks[place] ?? 0) + sign * ((surcharges[place] ?? 0) + (freight[place] ?? 0)),
  }));
};

const tierAt = ({ tiers }: ProblemBid, packs: number): number =>
  tiers.findLastIndex(({ fromPacks }) => fromPacks <= packs);

/** A line's goods and what comes on top of them (sell: is taken off), in whole rupiah; together they are `besidesRp`. */
const splitParts = (
  side: AwardProblem['side'],
  { goodsMilliRp, surchargesMilliRp, freightMilliRp, taxesMilliRp }: ProblemCost,
): Pick<AwardLine, 'goodsRp' | 'surchargeRp' | 'freightRp' | 'taxRp'> & { readonly besidesRp: number } => {
  if (side === 'buy') {
    const milli = [goodsMilliRp, surchargesMilliRp, freightMilliRp, taxesMilliRp];
    const besidesRp = wholeRp(milli.reduce((sum, each) => sum + each, 0n));
    const [goodsRp = 0, surchargeRp = 0, freightRp = 0, taxRp = 0] = split(besidesRp, milli.map(toSafe));
    return { goodsRp, surchargeRp, freightRp, taxRp, besidesRp };
  }
  const besidesRp = wholeRp(goodsMilliRp - surchargesMilliRp - freightMilliRp);
  const [surchargeRp, freightRp] = [wholeRp(surchargesMilliRp), wholeRp(freightMilliRp)];
  return { goodsRp: besidesRp + surchargeRp + freightRp, surchargeRp, freightRp, taxRp: 0, besidesRp };
};

const toLine = ({ side }: AwardProblem, part: Part, fixedRp: number): AwardLine => {
  const { bid, packs, cost } = part;
  const tier = tierAt(bid, packs);
  const price = bid.tiers[tier]?.priceRpPerUnit;
  if (price === undefined) throw new RangeError(`bid ${bid.bidId} has no price for ${packs} packs`);
  const sign = side === 'buy' ? 1 : -1;
  const { besidesRp, ...parts } = splitParts(side, cost);
  const line = {
    bidId: bid.bidId,
    supplierId: bid.supplierId,
    tier,
    packs,
    priceRpPerUnit: price,
    ...parts,
    fixedRp,
    amountRp: besidesRp + sign * fixedRp,
  };
  return { ...line, zones: splitZones(sign, part, line) };
};

/**
 * What deliveries cost in whole rupiah, one line per bid in the order of the deliveries: each line is its
 * packs rounded half up, and its part of the supplier's fixed charge; parts add up to the line, and zones too.
 *
 *   20 sacks of 50 kg at Rp10,500, surcharge Rp100 in one of two zones of 10
 *   -> goods Rp10,500,000, surcharge Rp50,000, amount Rp10,550,000; zones Rp5,300,000 and Rp5,250,000
 *   the same in a sell pool: what the bids offer, landed -> amount Rp10,450,000; zones Rp5,200,000 and Rp5,250,000
 *
 * Method: largest remainders (`split`), so that nothing is lost or made.
 */
export const listAwardLines = (problem: AwardProblem, deliveries: readonly Delivery[]): AwardLine[] => {
  const parts = listParts(problem, deliveries);
  const fixed = splitFixed(problem, parts);
  return parts.map((part) => toLine(problem, part, fixed.get(part.bid.bidId) ?? 0));
};
