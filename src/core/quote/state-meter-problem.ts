import type { AwardProblem, ProblemAward, ProblemBid } from '../award/joint/award-problem.js';
import type { BoundOffer } from '../offer/offer-terms.js';
import type { MeterDemand, MeterItem } from './meter-item.js';

/** Where nothing is committed yet nobody knows where it will be needed: each offer's dearest place then. */
export const ANYWHERE = 'anywhere';

const dearestOf = ({ surchargeRpPerUnit }: BoundOffer): number =>
  Math.max(0, ...Object.values(surchargeRpPerUnit).map((surcharge) => surcharge ?? 0));

const bidOf = (item: MeterItem, offer: BoundOffer, demandPacks: number): ProblemBid => ({
  bidId: offer.offerId,
  supplierId: offer.supplierId,
  lotId: item.itemId,
  submittedAt: offer.publishedAt.toISOString(),
  capacityPacks: offer.capacityPacks ?? Math.max(demandPacks, offer.minimumPacks, 1),
  minimumPacks: offer.minimumPacks,
  maxPerBuyerPacks: null,
  tierKind: offer.tierKind,
  tiers: offer.tiers,
  surchargeRpPerUnit: { ...offer.surchargeRpPerUnit, [ANYWHERE]: dearestOf(offer) },
  freightRpPerUnit: {},
  taxBps: 0,
  paymentDays: 0,
});

/**
 * What the engine would be asked if the pool closed with these demands and every supplier bid what its standing
 * offer promises: sealed bids can only improve on it.
 */
export const stateMeterProblem = (
  item: MeterItem,
  demands: readonly Pick<MeterDemand, 'zoneId' | 'packs'>[],
): AwardProblem => {
  const demandPacks = demands.reduce((sum, { packs }) => sum + packs, 0);
  return {
    side: 'buy',
    annualRateBps: 0,
    lots: [
      {
        lotId: item.itemId,
        packSizeMilli: item.packSizeMilli,
        limitRpPerUnit: item.ceilingRpPerUnit,
        maxShareBps: 10_000,
        minSuppliers: 0,
        missingSupplierRp: 0,
        reservedShareBps: 0,
        unserved: 'weighed',
        demands: demands.map(({ zoneId, packs }) => ({ zoneId, packs })),
      },
    ],
    suppliers: item.offers.map(({ supplierId }) => ({
      supplierId,
      isReserved: false,
      fixedChargeRp: 0,
      capacityMilli: null,
      minimumOrderRp: 0,
    })),
    bids: item.offers.map((offer) => bidOf(item, offer, demandPacks)),
  };
};

/**
 * What an award of that problem guarantees per base unit, rounded up, never above the ceiling. What no offer
 * reaches weighs in at a rupiah above the ceiling: whatever is awarded in the end weighs no more in all.
 *
 *   80 of 100 packs at Rp11,500, ceiling Rp13,500 -> (80 x 11,500 + 20 x 13,501) / 100 = Rp11,901 (11,900.2)
 */
export const readGuarantee = (
  item: MeterItem,
  award: ProblemAward,
): { priceRpPerUnit: number; unreachedPacks: number } => {
  const unreachedPacks = award.unserved.reduce((sum, { packs }) => sum + packs, 0);
  const packs = award.deliveries.reduce((sum, delivery) => sum + delivery.packs, unreachedPacks);
  const milliUnits = BigInt(packs) * BigInt(item.packSizeMilli);
  const mean = Number((award.cost.totalMilliRp + milliUnits - 1n) / milliUnits);
  return { priceRpPerUnit: Math.min(mean, item.ceilingRpPerUnit) + item.feeRpPerUnit, unreachedPacks };
};
