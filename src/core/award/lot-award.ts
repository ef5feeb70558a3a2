import type { LosingReason } from './word-reason.js';

/** Packs of a bid in one zone. */
export interface AwardZone {
  readonly zoneId: string;
  readonly packs: number;
  readonly surchargeRpPerUnit: number;
  readonly freightRpPerUnit: number;
  /** Its part of the line, everything included. */
  readonly amountRp: number;
}

/** What a bid was awarded of a lot. Amounts are whole rupiah; the parts add up to the amount. */
export interface AwardLine {
  readonly bidId: string;
  readonly supplierId: string;
  /** Position in the bid's tiers of the tier reached. */
  readonly tier: number;
  readonly packs: number;
  /** Of the tier reached; an incremental bid's first packs cost more. */
  readonly priceRpPerUnit: number;
  /** At tier prices. */
  readonly goodsRp: number;
  readonly surchargeRp: number;
  readonly freightRp: number;
  readonly taxRp: number;
  /** This lot's part of the supplier's fixed charge, by the value of goods. */
  readonly fixedRp: number;
  readonly amountRp: number;
  /** By zone; their amounts add up to the line's. */
  readonly zones: readonly AwardZone[];
}

/** The best award of the lot with one supplier alone, share limits and reserved shares left aside. */
export interface BestSingle {
  readonly line: AwardLine;
  readonly unservedPacks: number;
  /** As awards are compared: the line less what its payment terms are worth, and the penalty of what it leaves. */
  readonly totalRp: number;
}

export const constraintKinds = [
  'bid-capacity',
  'bid-minimum',
  'max-per-buyer',
  'supplier-capacity',
  'minimum-order',
  'max-share',
  'reserved-share',
  'min-suppliers',
] as const;
export type ConstraintKind = (typeof constraintKinds)[number];

/** A limit that made the award dearer, and by how much. */
export interface BindingConstraint {
  readonly kind: ConstraintKind;
  /** The bid, supplier or lot whose limit it is. */
  readonly subjectId: string;
  /** What the award of the group would weigh less without it, rupiah, rounded down. */
  readonly costsRp: number;
}

/** What the engine says about one lot. */
export interface LotAward {
  readonly lotId: string;
  /** Earlier bids first. */
  readonly lines: readonly AwardLine[];
  /** Sum of the lines: what is paid; in a sell pool what was bid for it, of which all pay the clearing price. */
  readonly costRp: number;
  readonly unservedPacks: number;
  readonly unservedZones: readonly { readonly zoneId: string; readonly packs: number }[];
  /** What the unserved packs weigh in the comparison: (ceiling + Rp1) per unit; nobody pays it. */
  readonly penaltyRp: number;
  /** What paying later is worth at the pool's rate; nobody is paid it. */
  readonly termsRp: number;
  /** How many suppliers fewer than wished for, and what they weigh in the comparison. */
  readonly missingSuppliers: number;
  readonly missingSuppliersRp: number;
  /**
   * The compared total less all that a better award of the lot's group could save: equal to the total at a
   * proven optimum.
   */
  readonly boundRp: number;
  readonly totalRp: number;
  /** Room between bound and total, in millionths of the total, rounded up; 0 is a proven optimum. */
  readonly gapPpm: number;
  readonly bestSingle: BestSingle | null;
  /** Against the best single supplier; null when none could have served as many packs. */
  readonly savedRp: number | null;
  /** Exactly one for each bid without packs, earlier bids first. */
  readonly reasons: readonly LosingReason[];
  /** Dearest first. Empty where the award is not a proven optimum: then nobody can tell. */
  readonly constraints: readonly BindingConstraint[];
  /** Limits that may bind and were not priced, for there were too many. */
  readonly unpricedConstraints: number;
  readonly way: 'direct' | 'solver';
  readonly nodes: number;
}
