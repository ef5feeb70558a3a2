import type { PriceTier } from '../lot-to-award.js';

/**
 * The general award: lots over zones, suppliers with terms that span lots, one bid per supplier and lot.
 * Quantities are whole packs, prices whole rupiah per base unit (kg, litre, piece), a pack's size
 * milli-units of it. Packs x milli-units x rupiah per unit are milli-rupiah, the unit all costs are
 * compared in, exactly.
 */
export interface AwardProblem {
  readonly lots: readonly ProblemLot[];
  readonly suppliers: readonly SupplierTerms[];
  readonly bids: readonly ProblemBid[];
}

export interface ZoneDemand {
  readonly zoneId: string;
  readonly packs: number;
}

export interface ProblemLot {
  readonly lotId: string;
  readonly packSizeMilli: number;
  /** No pack is bought above it, its zone's surcharge included. */
  readonly ceilingRpPerUnit: number;
  /** Basis points of the lot that one supplier may get at most; 10,000 is no limit. */
  readonly maxShareBps: number;
  /** `weighed`: an unserved unit weighs ceiling + Rp1; `forbidden`: all is served or there is no award. */
  readonly unserved: 'weighed' | 'forbidden';
  readonly demands: readonly ZoneDemand[];
}

/** Terms over all lots of the problem. */
export interface SupplierTerms {
  readonly supplierId: string;
  /** Once, if awarded anything at all. */
  readonly fixedChargeRp: number;
  /** Milli base units over all lots; null is no limit. */
  readonly capacityMilli: number | null;
  /** Goods at tier prices, surcharges and fixed charge not counted: if awarded at all, at least so much. */
  readonly minimumOrderRp: number;
}

export interface ProblemBid {
  readonly bidId: string;
  readonly supplierId: string;
  readonly lotId: string;
  /** ISO 8601 instant. */
  readonly submittedAt: string;
  /** Over all zones. */
  readonly capacityPacks: number;
  /** Over all zones: if awarded anything in this lot, at least so many. */
  readonly minimumPacks: number;
  /** `all-units`: the tier reached prices every pack; `incremental`: each pack at the tier it falls into. */
  readonly tierKind: 'all-units' | 'incremental';
  /** Rising `fromPacks`, counted over all zones of the lot. */
  readonly tiers: readonly PriceTier[];
  /** By zone: rupiah per unit on top of the tier price; absent is 0, null means not delivered there. */
  readonly surchargeRpPerUnit: Readonly<Record<string, number | null>>;
}

/** How many packs of a bid go to a zone; at least 1. */
export interface Delivery {
  readonly bidId: string;
  readonly zoneId: string;
  readonly packs: number;
}

/** What an award weighs, in milli-rupiah. */
export interface ProblemCost {
  readonly goodsMilliRp: bigint;
  readonly surchargesMilliRp: bigint;
  readonly fixedMilliRp: bigint;
  /** What unserved packs weigh in the comparison; nobody pays it. */
  readonly penaltyMilliRp: bigint;
  readonly totalMilliRp: bigint;
}

export interface ProblemAward {
  /** By bid (earlier first), then zone. */
  readonly deliveries: readonly Delivery[];
  readonly unserved: readonly { readonly lotId: string; readonly zoneId: string; readonly packs: number }[];
  readonly cost: ProblemCost;
  /** Proven: no award in whole packs weighs less. */
  readonly boundMilliRp: bigint;
  /** Room between bound and total, in millionths of the total, rounded up; 0 is a proven optimum. */
  readonly gapPpm: number;
  /** Branch-and-bound nodes over all solves. */
  readonly nodes: number;
}
