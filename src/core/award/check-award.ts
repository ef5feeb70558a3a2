import { amountRp } from '../kernel/quantity.js';
import { penaltyRpPerUnit } from './cost-plan.js';
import type { AwardLine, BidToAward, LotAward, LotToAward } from './lot-to-award.js';
import { priceAt } from './price-at.js';
import { gapPpm } from './state-award.js';

/** A promise an award breaks, as a code, with whose it is and what stands there instead. */
export interface BrokenPromise {
  readonly code:
    | 'OTHER_LOT'
    | 'BID_UNKNOWN'
    | 'BID_TWICE'
    | 'PACKS_NOT_WHOLE'
    | 'ABOVE_CAPACITY'
    | 'BELOW_MINIMUM'
    | 'WRONG_TIER'
    | 'ABOVE_CEILING'
    | 'WRONG_AMOUNT'
    | 'DEMAND_NOT_CONSERVED'
    | 'WRONG_COST'
    | 'WRONG_PENALTY'
    | 'BOUND_ABOVE_TOTAL'
    | 'WRONG_GAP'
    | 'REASON_MISSING_OR_TWICE';
  readonly bidId: string | null;
  readonly detail: string;
}

const brokenByLine = (lot: LotToAward, line: AwardLine, bid: BidToAward): BrokenPromise[] => {
  const { bidId, packs, priceRpPerUnit } = line;
  if (!Number.isSafeInteger(packs) || packs < 1)
    return [{ code: 'PACKS_NOT_WHOLE', bidId, detail: String(packs) }];
  const reached = priceAt(bid.tiers, packs);
  const amount = amountRp(packs, lot.packSizeMilli, priceRpPerUnit);
  const found: [boolean, BrokenPromise['code'], string][] = [
    [packs > bid.capacityPacks, 'ABOVE_CAPACITY', `${packs} of ${bid.capacityPacks}`],
    [packs < bid.minimumPacks, 'BELOW_MINIMUM', `${packs} of ${bid.minimumPacks}`],
    [
      reached?.tier !== line.tier || reached.priceRpPerUnit !== priceRpPerUnit,
      'WRONG_TIER',
      `tier ${line.tier} at Rp${priceRpPerUnit} for ${packs}`,
    ],
    [bid.supplierId !== line.supplierId, 'BID_UNKNOWN', `supplier ${line.supplierId}`],
    [priceRpPerUnit > lot.ceilingRpPerUnit, 'ABOVE_CEILING', `Rp${priceRpPerUnit}`],
    [amount !== line.amountRp, 'WRONG_AMOUNT', `Rp${line.amountRp}, recomputed Rp${amount}`],
  ];
  return found.flatMap(([broken, code, detail]) => (broken ? [{ code, bidId, detail }] : []));
};

const brokenBySums = (lot: LotToAward, award: LotAward): BrokenPromise[] => {
  const served = award.lines.reduce((sum, { packs }) => sum + packs, 0);
  const cost = award.lines.reduce((sum, line) => sum + line.amountRp, 0);
  const unserved = lot.demandPacks - served;
  // Where the packs themselves are wrong, that is said of the line; there is no penalty to recompute.
  const isCountable = Number.isSafeInteger(unserved) && unserved >= 0;
  const penalty = isCountable
    ? amountRp(unserved, lot.packSizeMilli, penaltyRpPerUnit(lot))
    : award.penaltyRp;
  const total = award.costRp + award.penaltyRp;
  const boundHolds = Number.isSafeInteger(award.boundRp) && award.boundRp >= 0 && award.boundRp <= total;
  const found: [boolean, BrokenPromise['code'], string][] = [
    [award.lotId !== lot.lotId, 'OTHER_LOT', award.lotId],
    [
      award.unservedPacks < 0 || served + award.unservedPacks !== lot.demandPacks,
      'DEMAND_NOT_CONSERVED',
      `${served} + ${award.unservedPacks} of ${lot.demandPacks}`,
    ],
    [cost !== award.costRp, 'WRONG_COST', `Rp${award.costRp}, recomputed Rp${cost}`],
    [penalty !== award.penaltyRp, 'WRONG_PENALTY', `Rp${award.penaltyRp}, recomputed Rp${penalty}`],
    [!boundHolds, 'BOUND_ABOVE_TOTAL', `Rp${award.boundRp} of Rp${total}`],
    [boundHolds && gapPpm(total, award.boundRp) !== award.gapPpm, 'WRONG_GAP', `${award.gapPpm} ppm`],
  ];
  return found.flatMap(([broken, code, detail]) => (broken ? [{ code, bidId: null, detail }] : []));
};

/**
 * Checks an award against its lot alone, as any member can: every limit kept, every amount right to the
 * rupiah, the bound consistent, and each bid either a line or a reason. Empty when all promises hold.
 * Whether a smaller cost exists it does not search.
 *
 *   A 31 of a capacity of 30 -> [{ code: 'ABOVE_CAPACITY', bidId: 'A', detail: '31 of 30' }]
 */
export const checkAward = (lot: LotToAward, award: LotAward): BrokenPromise[] => {
  const bids = new Map(lot.bids.map((bid) => [bid.bidId, bid]));
  const times = (bidId: string): number => award.lines.filter((line) => line.bidId === bidId).length;
  const broken = award.lines.flatMap((line): BrokenPromise[] => {
    const bid = bids.get(line.bidId);
    return bid
      ? brokenByLine(lot, line, bid)
      : [{ code: 'BID_UNKNOWN', bidId: line.bidId, detail: 'not of this lot' }];
  });
  for (const { bidId } of lot.bids) {
    const reasons = award.reasons.filter((reason) => reason.bidId === bidId).length;
    if (times(bidId) > 1) broken.push({ code: 'BID_TWICE', bidId, detail: `${times(bidId)} lines` });
    else if (times(bidId) + reasons !== 1)
      broken.push({ code: 'REASON_MISSING_OR_TWICE', bidId, detail: `${reasons} reasons` });
  }
  return [...broken, ...brokenBySums(lot, award)];
};
