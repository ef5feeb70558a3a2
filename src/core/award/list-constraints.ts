import { sumPacks } from '../kernel/sum-of.js';
import { sharePacks } from './joint/admit-offers.js';
import type { AwardProblem, Delivery, ProblemBid, ProblemLot, SupplierTerms } from './joint/award-problem.js';
import type { ConstraintKind } from './lot-award.js';

/** A limit that may have made the award dearer, and the problem without it. */
export interface LiftedConstraint {
  readonly kind: ConstraintKind;
  readonly subjectId: string;
  readonly problem: AwardProblem;
}

const withBid = (problem: AwardProblem, bid: ProblemBid, change: Partial<ProblemBid>): AwardProblem => ({
  ...problem,
  bids: problem.bids.map((one) => (one === bid ? { ...one, ...change } : one)),
});
const withSupplier = (
  problem: AwardProblem,
  terms: SupplierTerms,
  change: Partial<SupplierTerms>,
): AwardProblem => ({
  ...problem,
  suppliers: problem.suppliers.map((one) => (one === terms ? { ...one, ...change } : one)),
});
const withLot = (problem: AwardProblem, lot: ProblemLot, change: Partial<ProblemLot>): AwardProblem => ({
  ...problem,
  lots: problem.lots.map((one) => (one === lot ? { ...one, ...change } : one)),
});

const ofBids = (problem: AwardProblem, packsOf: ReadonlyMap<string, number>): LiftedConstraint[] =>
  problem.bids.flatMap((bid): LiftedConstraint[] => {
    const lot = problem.lots.find(({ lotId }) => lotId === bid.lotId);
    const packs = packsOf.get(bid.bidId) ?? 0;
    const demandPacks = lot ? sumPacks(lot.demands) : 0;
    const [first, ...rest] = bid.tiers;
    const leastPacks = Math.max(bid.minimumPacks, first?.fromPacks ?? 1);
    const lifted = (kind: ConstraintKind, change: Partial<ProblemBid>): LiftedConstraint => ({
      kind,
      subjectId: bid.bidId,
      problem: withBid(problem, bid, change),
    });
    return [
      ...(packs === bid.capacityPacks && packs < demandPacks
        ? [lifted('bid-capacity', { capacityPacks: demandPacks })]
        : []),
      ...(leastPacks > 1 && first && (packs === 0 || packs === leastPacks)
        ? [lifted('bid-minimum', { minimumPacks: 0, tiers: [{ ...first, fromPacks: 1 }, ...rest] })]
        : []),
      ...(bid.maxPerBuyerPacks === null || packs === 0
        ? []
        : [lifted('max-per-buyer', { maxPerBuyerPacks: null })]),
    ];
  });

const ofSuppliers = (problem: AwardProblem, packsOf: ReadonlyMap<string, number>): LiftedConstraint[] => {
  const sizes = new Map(problem.lots.map(({ lotId, packSizeMilli }) => [lotId, packSizeMilli]));
  return problem.suppliers.flatMap((terms): LiftedConstraint[] => {
    const own = problem.bids.filter(({ supplierId }) => supplierId === terms.supplierId);
    const sizeOf = ({ lotId }: ProblemBid): number => sizes.get(lotId) ?? 0;
    const milli = own.reduce((sum, bid) => sum + (packsOf.get(bid.bidId) ?? 0) * sizeOf(bid), 0);
    const largest = Math.max(0, ...own.map(sizeOf));
    const lifted = (kind: ConstraintKind, change: Partial<SupplierTerms>): LiftedConstraint => ({
      kind,
      subjectId: terms.supplierId,
      problem: withSupplier(problem, terms, change),
    });
    return [
      ...(terms.capacityMilli !== null && milli + largest > terms.capacityMilli
        ? [lifted('supplier-capacity', { capacityMilli: null })]
        : []),
      ...(terms.minimumOrderRp > 0 ? [lifted('minimum-order', { minimumOrderRp: 0 })] : []),
    ];
  });
};

const ofLots = (problem: AwardProblem, packsOf: ReadonlyMap<string, number>): LiftedConstraint[] =>
  problem.lots.flatMap((lot): LiftedConstraint[] => {
    const own = problem.bids.filter(({ lotId }) => lotId === lot.lotId);
    const most = sharePacks(lot);
    const lifted = (kind: ConstraintKind, change: Partial<ProblemLot>): LiftedConstraint => ({
      kind,
      subjectId: lot.lotId,
      problem: withLot(problem, lot, change),
    });
    return [
      ...(lot.maxShareBps < 10_000 && own.some(({ bidId }) => (packsOf.get(bidId) ?? 0) >= most)
        ? [lifted('max-share', { maxShareBps: 10_000 })]
        : []),
      ...(lot.reservedShareBps > 0 ? [lifted('reserved-share', { reservedShareBps: 0 })] : []),
      ...(lot.minSuppliers > 1 && lot.missingSupplierRp > 0
        ? [lifted('min-suppliers', { missingSupplierRp: 0 })]
        : []),
    ];
  });

/**
 * The limits that may have made an award dearer, each with the problem without it: those that are reached,
 * and those that may have kept a bid out. Whether one binds shows when its problem is solved.
 *
 *   A 30 packs of a capacity of 30, demand 50 -> bid-capacity of A
 *   A 20 packs of a capacity of 30            -> none
 */
export const listConstraints = (
  problem: AwardProblem,
  deliveries: readonly Delivery[],
): LiftedConstraint[] => {
  const packsOf = new Map<string, number>();
  for (const { bidId, packs } of deliveries) packsOf.set(bidId, (packsOf.get(bidId) ?? 0) + packs);
  // Those of many bids first; within, by id, for the order of the problem must leave no trace.
  return [ofLots, ofSuppliers, ofBids].flatMap((list) =>
    list(problem, packsOf).sort((a, b) =>
      a.subjectId < b.subjectId ? -1 : Number(a.subjectId > b.subjectId),
    ),
  );
};
