import type { AwardRule } from '../../pool/award-rule.js';
import type { RationingRule } from '../../pool/rationing-rule.js';
import type { AwardOutcome } from '../award-outcome.js';
import type { AwardProblem } from '../joint/award-problem.js';
import type { AwardLine } from '../lot-award.js';

export const AWARD_FILE_FORMAT = 'sepikul-award/1';

/** A commitment line under its draw, which says nothing of whose it is. */
export interface FiledLine {
  /** SHA-256 of pool and line, hex: its place in the published draw. */
  readonly draw: string;
  readonly packs: number;
  readonly minimumPacks: number;
  readonly tolerancePacks: number;
}

/** A line's share of what was awarded, by the pool's rule. */
export interface FiledShare {
  readonly draw: string;
  readonly packs: number;
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

/** Everything that an award of a group of lots follows from, and what it says: enough to recompute it. */
export interface AwardFile {
  readonly format: typeof AWARD_FILE_FORMAT;
  readonly pool: {
    readonly poolId: string;
    readonly rationingRule: RationingRule;
    readonly award: Omit<AwardRule, 'freight'>;
  };
  readonly problem: AwardProblem;
  readonly outcome: AwardOutcome;
  /** In the order of the problem. */
  readonly lots: readonly FiledLot[];
}
