import type { AwardRule } from '../../pool/award-rule.js';
import type { Pricing } from '../../pool/pricing.js';
import type { RationingRule } from '../../pool/rationing-rule.js';
import type { AwardOutcome } from '../award-outcome.js';
import type {
  CoalitionRound,
  LandedShare,
  OutReason,
  ShortZone,
  TakenTolerance,
} from '../coalition/coalition.js';
import type { AwardProblem } from '../joint/award-problem.js';
import type { AwardLine } from '../lot-award.js';

export const AWARD_FILE_FORMAT = 'sepikul-award/2';

/** A commitment line under its draw, which says nothing of whose it is. */
export interface FiledLine {
  /** SHA-256 of pool and line, hex: its place in the published draw. */
  readonly draw: string;
  /** The first draw of its koperasi's lines in the lot: whose packs count together. */
  readonly buyer: string;
  readonly zoneId: string;
  readonly packs: number;
  readonly minimumPacks: number;
  readonly tolerancePacks: number;
  /** Landed, per base unit; null takes any price. */
  readonly limitRpPerUnit: number | null;
}

/** What a line gets and what that comes to, or why it gets nothing. */
export interface FiledShare extends LandedShare {
  readonly draw: string;
  readonly reason: OutReason | null;
  readonly wouldPay: LandedShare | null;
}

export interface FiledLot {
  readonly lotId: string;
  readonly awardedPacks: number;
  /** Sum of the lines, whole rupiah. */
  readonly costRp: number;
  readonly awardLines: readonly AwardLine[];
  /** By draw. */
  readonly lines: readonly FiledLine[];
  /** By draw; one per line. */
  readonly shares: readonly FiledShare[];
}

/** How the group was found that buys together; lines under their draws. */
export interface FiledCoalition {
  readonly rounds: readonly CoalitionRound[];
  readonly tolerances: readonly TakenTolerance[];
  readonly shortZones: readonly ShortZone[];
  readonly unweighed: number;
}

/** Everything that an award of a group of lots follows from, and what it says: enough to recompute it. */
export interface AwardFile {
  readonly format: typeof AWARD_FILE_FORMAT;
  readonly pool: {
    readonly poolId: string;
    readonly rationingRule: RationingRule;
    readonly pricing: Pricing;
    readonly award: Omit<AwardRule, 'freight'>;
  };
  /** With the demands of those who buy together. */
  readonly problem: AwardProblem;
  readonly outcome: AwardOutcome;
  readonly coalition: FiledCoalition;
  /** In the order of the problem. */
  readonly lots: readonly FiledLot[];
  /** The newest published end of the audit chain when the file was made: keep it, and nothing before can be rewritten. */
  readonly auditHead: FiledHead | null;
}

export interface FiledHead {
  readonly number: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}
