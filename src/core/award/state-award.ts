import { amountRp } from '../kernel/quantity.js';
import type { Admission } from './admit-bids.js';
import { costPlan, penaltyRpPerUnit, type Pick, type Plan } from './cost-plan.js';
import { explainLosers, findBestSingle } from './explain-award.js';
import type { AwardLine, BestSingle, LotAward, LotToAward } from './lot-to-award.js';

/** A plan with what is proven about it. */
export interface Found {
  readonly plan: Plan;
  /** In the unit of `costPlan`; equal to the plan's cost when the plan is proven optimal. */
  readonly bound: number;
  readonly way: 'direct' | 'solver';
  readonly nodes: number;
}

/**
 * A gap in millionths of the total, rounded up, so that only a proven optimum shows 0.
 *
 *   total Rp1,000,000, bound Rp999,999 -> 1 ; total 0 -> 0
 */
export const gapPpm = (totalRp: number, boundRp: number): number =>
  totalRp === 0
    ? 0
    : Number((BigInt(totalRp - boundRp) * 1_000_000n + BigInt(totalRp) - 1n) / BigInt(totalRp));

const stateLine = (lot: LotToAward, { bid, tier, packs }: Pick): AwardLine => ({
  bidId: bid.bid.bidId,
  supplierId: bid.bid.supplierId,
  tier: tier.tier,
  packs,
  priceRpPerUnit: tier.priceRpPerUnit,
  amountRp: amountRp(packs, lot.packSizeMilli, tier.priceRpPerUnit),
});

const penaltyOf = (lot: LotToAward, unservedPacks: number): number =>
  amountRp(unservedPacks, lot.packSizeMilli, penaltyRpPerUnit(lot));

const stateBestSingle = (lot: LotToAward, admission: Admission): BestSingle | null => {
  const best = findBestSingle(lot, admission.admitted);
  if (!best) return null;
  const line = stateLine(lot, best.pick);
  return {
    line,
    unservedPacks: best.unservedPacks,
    totalRp: line.amountRp + penaltyOf(lot, best.unservedPacks),
  };
};

/**
 * States a plan in whole rupiah with its bound and its explanation. The bound is the total less what a
 * better award could save at most (rounded up), so a proven optimum shows bound = total, gap 0.
 *
 *   20 sacks of 50 kg at Rp10,500, bound equal -> cost Rp10,500,000, bound Rp10,500,000, gap 0
 */
export const stateAward = (lot: LotToAward, admission: Admission, found: Found): LotAward => {
  const { plan, bound, way, nodes } = found;
  const lines = plan.picks.map((pick) => stateLine(lot, pick));
  const costRp = lines.reduce((sum, line) => sum + line.amountRp, 0);
  const penaltyRp = penaltyOf(lot, plan.unservedPacks);
  const totalRp = costRp + penaltyRp;
  const room = costPlan(lot, plan) - bound;
  const roomRp = room === 0 ? 0 : amountRp(1, lot.packSizeMilli, room) + 1;
  const boundRp = Math.max(0, totalRp - roomRp);
  const bestSingle = stateBestSingle(lot, admission);
  const gap = gapPpm(totalRp, boundRp);
  return {
    lotId: lot.lotId,
    lines,
    costRp,
    unservedPacks: plan.unservedPacks,
    penaltyRp,
    boundRp,
    gapPpm: gap,
    bestSingle,
    savedRp: bestSingle?.unservedPacks === plan.unservedPacks ? bestSingle.totalRp - totalRp : null,
    reasons: explainLosers(lot, admission, plan, gap),
    way,
    nodes,
  };
};
