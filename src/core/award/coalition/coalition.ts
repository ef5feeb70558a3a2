import type { PriceKind } from '../../pool/pricing.js';
import type { RationingRule } from '../../pool/rationing-rule.js';
import type { AwardProblem, ProblemAward } from '../joint/award-problem.js';

/** A commitment as the coalition sees it; whole packs, rupiah per base unit. */
export interface CoalitionLine {
  readonly lineId: string;
  /** Its place in the published draw; smaller comes first. */
  readonly draw: string;
  readonly lotId: string;
  readonly zoneId: string;
  /** Whose packs count together where a bid limits packs per buyer. */
  readonly buyerId: string;
  readonly quantityPacks: number;
  /** Packs more that it takes if that lowers the price for all. */
  readonly tolerancePacks: number;
  /** Fewer is no use to it. */
  readonly minimumPacks: number;
  /** Landed: buy, the most it pays; sell, the least it wants; null takes any price within the lot's own limit. */
  readonly limitRpPerUnit: number | null;
}

export interface CoalitionInput {
  readonly rule: RationingRule;
  readonly pricing: PriceKind;
  readonly feeRpPerUnit: number;
  /** Without demands: they are those of the lines that are in. */
  readonly problem: AwardProblem;
  readonly lines: readonly CoalitionLine[];
}

/** Packs and what they come to in whole rupiah: buy, what is paid; sell, what is got. */
export interface LandedShare {
  readonly packs: number;
  readonly amountRp: number;
}

/**
 * Why a line has no packs: its own limit; one of those who are in would pass theirs (or get nothing) if it
 * joined; too little for its minimum; nothing was left for it.
 */
export const outReasons = [
  'LIMIT_EXCEEDED',
  'OTHERS_WOULD_LEAVE',
  'RELEASED_BELOW_MINIMUM',
  'UNSERVED',
] as const;
export type OutReason = (typeof outReasons)[number];

export interface LineOutcome extends LandedShare {
  readonly lineId: string;
  /** Null: the line is in. */
  readonly reason: OutReason | null;
  /** Of a line that a limit keeps out: what it would have had and paid in the group it was last weighed in. */
  readonly wouldPay: LandedShare | null;
}

/** Packs of those who are in, and what they come to, without tolerated packs and with them. */
export interface TakenTolerance extends LandedShare {
  readonly lotId: string;
  readonly plain: LandedShare;
}

/** A zone of a lot that is short by itself. */
export interface ShortZone {
  readonly lotId: string;
  readonly zoneId: string;
}

/** A step of the search, so that it can be told. */
export interface CoalitionRound {
  /** `weighed`: a group nobody leaves; `left`: these left it; `readmitted`, `kept-out`: one that had left was weighed anew. */
  readonly step: 'weighed' | 'left' | 'readmitted' | 'kept-out';
  /** Who left, came back or stayed out. */
  readonly lineIds: readonly string[];
  /** The group that was weighed: its packs and landed amount by lot. */
  readonly lots: readonly (LandedShare & { readonly lotId: string })[];
}

export interface Coalition {
  /** In the order of the published draw. */
  readonly lines: readonly LineOutcome[];
  /** The problem with the demands of those who are in, and its award; null where there is none. */
  readonly problem: AwardProblem;
  readonly award: ProblemAward | null;
  readonly rounds: readonly CoalitionRound[];
  /** Lots of which more is taken than was asked, and what they would have come to without. */
  readonly tolerances: readonly TakenTolerance[];
  /** Zones whose lines share what reaches them, apart from their lots. */
  readonly shortZones: readonly ShortZone[];
  /** Lines left out that the bound on readmission kept from being weighed anew; 0 but in the largest pools. */
  readonly unweighed: number;
  /** Problems that had to be solved; equal demands are solved once. */
  readonly solves: number;
}
