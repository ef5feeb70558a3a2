import type { AwardProblem, ProblemAward } from '../award/joint/award-problem.js';
import { stateProblem, type BidToState } from '../award/state-problem.js';
import { standIn } from '../bid/stand-in.js';
import type { BoundOffer } from '../offer/offer-terms.js';
import type { MeterDemand, MeterItem } from './meter-item.js';

/** Where nothing is committed yet nobody knows where it will be needed: each offer's dearest place then. */
export const ANYWHERE = 'anywhere';

const bidOf = (item: MeterItem, offer: BoundOffer, demandPacks: number): BidToState => {
  const terms = standIn(offer, demandPacks);
  const dearest = Math.max(0, ...terms.surcharges.map(({ rpPerUnit }) => rpPerUnit ?? 0));
  return {
    ...terms,
    surcharges: [...terms.surcharges, { zoneCode: ANYWHERE, rpPerUnit: dearest }],
    bidId: offer.offerId,
    lotId: item.itemId,
    supplierId: offer.supplierId,
    submittedAt: offer.publishedAt.toISOString(),
  };
};

/**
 * What the engine would be asked if the pool closed with these demands and every supplier bid what its standing
 * offer promises: sealed bids can only improve on it.
 */
export const stateMeterProblem = (
  item: MeterItem,
  demands: readonly Pick<MeterDemand, 'zoneId' | 'packs'>[],
): AwardProblem => {
  const demandPacks = demands.reduce((sum, { packs }) => sum + packs, 0);
  return stateProblem({
    side: 'buy',
    rule: item.rule,
    lots: [
      {
        lotId: item.itemId,
        packSizeMilli: item.packSizeMilli,
        limitRpPerUnit: item.ceilingRpPerUnit,
        claims: demands,
      },
    ],
    suppliers: [],
    bids: item.offers.map((offer) => bidOf(item, offer, demandPacks)),
  });
};

/** Parts of one whole: basis points. */
const WHOLE_BPS = 10_000n;

export interface Guarantee {
  /** Null: the ceiling alone is certain. */
  readonly priceRpPerUnit: number | null;
  readonly unreachedPacks: number;
}

/**
 * What an award of that problem guarantees per base unit, rounded up, never above the ceiling.
 *
 * Whatever suppliers bid in the end, the award weighs no more than this one, for a sealed bid can only improve on
 * its standing offer. What no offer reaches weighs in at a rupiah above the ceiling. Where the pool values payment
 * terms an award may pay more for goods that are paid later, but no more than a year at its rate; where it keeps a
 * share for koperasi and small producers, their bids need not be cheap, and nothing is guaranteed.
 *
 *   80 of 100 packs at Rp11,500, ceiling Rp13,500 -> (80 x 11,500 + 20 x 13,501) / 100 = Rp11,901 (11,900.2)
 *   all at Rp11,500, payment terms valued at 6 %  -> 11,500 / 0.94 = Rp12,235
 */
export const readGuarantee = (
  { ceilingRpPerUnit, feeRpPerUnit, rule, packSizeMilli }: MeterItem,
  award: ProblemAward,
): Guarantee => {
  const unreachedPacks = award.unserved.reduce((sum, { packs }) => sum + packs, 0);
  const packs = award.deliveries.reduce((sum, delivery) => sum + delivery.packs, unreachedPacks);
  if (award.deliveries.length === 0 || rule.reservedShareBps > 0)
    return { priceRpPerUnit: null, unreachedPacks };
  const kept = WHOLE_BPS - BigInt(rule.annualRateBps);
  const divisor = BigInt(packs) * BigInt(packSizeMilli) * kept;
  if (divisor === 0n) return { priceRpPerUnit: null, unreachedPacks };
  const mean = Number((award.cost.totalMilliRp * WHOLE_BPS + divisor - 1n) / divisor);
  return { priceRpPerUnit: Math.min(mean, ceilingRpPerUnit) + feeRpPerUnit, unreachedPacks };
};
