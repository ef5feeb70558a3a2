import type { Schedule } from '../../offer/schedule.js';

/**
 * The general award: lots over zones, suppliers with terms that span lots, one bid per supplier and lot.
 * Quantities are whole packs, prices whole rupiah per base unit (kg, litre, piece), a pack's size
 * milli-units of it. Packs x milli-units x rupiah per unit are milli-rupiah, the unit all costs are
 * compared in, exactly.
 */
export interface AwardProblem {
  /** `buy`: the bids sell, the least cost wins. `sell`: the bids buy, the highest value wins. */
  readonly side: 'buy' | 'sell';
  /** Declared yearly rate that values payment terms, basis points; 0 values them at nothing. */
  readonly annualRateBps: number;
  readonly lots: readonly ProblemLot[];
  readonly suppliers: readonly SupplierTerms[];
  readonly bids: readonly ProblemBid[];
}

export interface ZoneDemand {
  readonly zoneId: string;
  readonly packs: number;
  /** Packs of each buyer of the zone, in any order; together `packs`. Needed where a bid limits packs per buyer. */
  readonly buyers?: readonly number[];
}

export interface ProblemLot {
  readonly lotId: string;
  readonly packSizeMilli: number;
  /** Buy: the ceiling, sell: the floor of a pack's landed price, its zone's surcharge and freight included. */
  readonly limitRpPerUnit: number;
  /** Basis points of the lot that one supplier may get at most; 10,000 is no limit. */
  readonly maxShareBps: number;
  /** So many suppliers are wished for; fewer are weighed and stated, not forbidden. */
  readonly minSuppliers: number;
  /** What each missing supplier weighs, rupiah; 0: it is only stated. */
  readonly missingSupplierRp: number;
  /** Basis points of the lot kept for koperasi and small producers, as far as these can deliver. */
  readonly reservedShareBps: number;
  /** `weighed`: an unserved unit weighs ceiling + Rp1 (sell: floor - Rp1); `forbidden`: all is served or there is no award. */
  readonly unserved: 'weighed' | 'forbidden';
  readonly demands: readonly ZoneDemand[];
}

/** Terms over all lots of the problem. */
export interface SupplierTerms {
  readonly supplierId: string;
  /** A koperasi or a small producer: the reserved share is for it. */
  readonly isReserved: boolean;
  /** Once, if awarded anything at all. */
  readonly fixedChargeRp: number;
  /** Milli base units over all lots; null is no limit. */
  readonly capacityMilli: number | null;
  /** Goods at tier prices, surcharges and fixed charge not counted: if awarded at all, at least so much. */
  readonly minimumOrderRp: number;
}

/** Its tiers count the packs of all zones of the lot. */
export interface ProblemBid extends Schedule {
  readonly bidId: string;
  readonly supplierId: string;
  readonly lotId: string;
  /** ISO 8601 instant. */
  readonly submittedAt: string;
  /** Over all zones. */
  readonly capacityPacks: number;
  /** Over all zones: if awarded anything in this lot, at least so many. */
  readonly minimumPacks: number;
  /** No buyer of a zone gets more packs from this bid; null is no limit. */
  readonly maxPerBuyerPacks: number | null;
  /** By zone: rupiah per unit on top of the tier price; absent is 0, null means not delivered there. */
  readonly surchargeRpPerUnit: Readonly<Record<string, number | null>>;
  /** By zone: estimated freight of an ex-warehouse bid, rupiah per unit; absent is 0. */
  readonly freightRpPerUnit: Readonly<Record<string, number>>;
  /** Tax on the tier price that the buyer cannot recover, basis points; 0 on the sell side. */
  readonly taxBps: number;
  /** Days after receipt that payment is due; 0 is cash. */
  readonly paymentDays: number;
}

/** How many packs of a bid go to a zone; at least 1. */
export interface Delivery {
  readonly bidId: string;
  readonly zoneId: string;
  readonly packs: number;
}

/**
 * What an award weighs, in milli-rupiah; every part is 0 or more (the penalty of a floor of 0 is -Rp1 a unit).
 *
 *   buy:  total = goods + surcharges + freight + taxes + fixed - terms + missing suppliers + penalty: least is best
 *   sell: total = goods - surcharges - freight - fixed - terms - missing suppliers + penalty: most is best
 */
export interface ProblemCost {
  /** At tier prices. */
  readonly goodsMilliRp: bigint;
  readonly surchargesMilliRp: bigint;
  readonly freightMilliRp: bigint;
  readonly taxesMilliRp: bigint;
  readonly fixedMilliRp: bigint;
  /** What paying later is worth at the declared rate; nobody pays it. */
  readonly termsMilliRp: bigint;
  /** What missing suppliers weigh; nobody pays it. */
  readonly missingSuppliersMilliRp: bigint;
  /** What unserved packs weigh in the comparison; nobody pays it. */
  readonly penaltyMilliRp: bigint;
  /** The compared total. */
  readonly totalMilliRp: bigint;
}

export interface ProblemAward {
  /** By bid (earlier first), then zone. */
  readonly deliveries: readonly Delivery[];
  readonly unserved: readonly { readonly lotId: string; readonly zoneId: string; readonly packs: number }[];
  /** Lots with fewer suppliers than wished for, and how many are missing. */
  readonly missingSuppliers: readonly { readonly lotId: string; readonly suppliers: number }[];
  readonly cost: ProblemCost;
  /** Proven: no award in whole packs has a better total (buy: less, sell: more). */
  readonly boundMilliRp: bigint;
  /** Room between bound and total, in millionths of the total, rounded up; 0 is a proven optimum. */
  readonly gapPpm: number;
  /** Branch-and-bound nodes over all solves. */
  readonly nodes: number;
  /** `direct`: the optimum was seen without a solver. */
  readonly way: 'direct' | 'solver';
  /**
   * True: of all awards with this total it is the one that gives the earliest bid most, then the next, and
   * so on. False: the optimum is unproven or the problem too large; ties went by the solver's own order,
   * which is the same every time.
   */
  readonly tiesAreSettled: boolean;
}
