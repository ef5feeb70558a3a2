import { draw as drawOf } from '../../kernel/draw.js';
import type { AwardRule } from '../../pool/award-rule.js';
import type { Pricing } from '../../pool/pricing.js';
import type { RationingRule } from '../../pool/rationing-rule.js';
import type { AwardOutcome } from '../award-outcome.js';
import type { LandedShare, OutReason } from '../coalition/coalition.js';
import type { AwardProblem } from '../joint/award-problem.js';
import { groupBy } from '../../kernel/group-by.js';
import { listAwardLines } from '../list-award-lines.js';
import {
  AWARD_FILE_FORMAT,
  type AwardFile,
  type FiledCoalition,
  type FiledHead,
  type FiledLine,
  type FiledLot,
  type FiledShare,
} from './award-file.js';

/** A line as it stands in its lot, and what the award gives it. */
export interface LineToFile extends LandedShare {
  readonly lotId: string;
  readonly lineId: string;
  readonly buyerId: string;
  readonly zoneId: string;
  readonly quantityPacks: number;
  readonly minimumPacks: number;
  readonly tolerancePacks: number;
  readonly limitRpPerUnit: number | null;
  readonly reason: OutReason | null;
  readonly wouldPay: LandedShare | null;
}

export interface FactsToFile {
  readonly poolId: string;
  readonly rationingRule: RationingRule;
  readonly pricing: Pricing;
  readonly rule: AwardRule;
  readonly problem: AwardProblem;
  readonly outcome: AwardOutcome;
  /** Lines by their ids. */
  readonly coalition: FiledCoalition;
  readonly lines: readonly LineToFile[];
  readonly auditHead?: FiledHead | null;
}

const byDraw = (a: { draw: string }, b: { draw: string }): number => (a.draw < b.draw ? -1 : 1);

/** Lines under their draws, buyers under the first draw of theirs. */
const fileLines = (
  lines: readonly LineToFile[],
  draws: ReadonlyMap<string, string>,
): { lines: FiledLine[]; shares: FiledShare[] } => {
  const drawn = lines.map((line) => ({ line, draw: draws.get(line.lineId) ?? '' })).sort(byDraw);
  const buyers = new Map<string, string>();
  for (const { line, draw } of drawn) if (!buyers.has(line.buyerId)) buyers.set(line.buyerId, draw);
  return {
    lines: drawn.map(({ line, draw }) => ({
      draw,
      buyer: buyers.get(line.buyerId) ?? draw,
      zoneId: line.zoneId,
      packs: line.quantityPacks,
      minimumPacks: line.minimumPacks,
      tolerancePacks: line.tolerancePacks,
      limitRpPerUnit: line.limitRpPerUnit,
    })),
    shares: drawn.map(({ line: { packs, amountRp, reason, wouldPay }, draw }) => ({
      draw,
      packs,
      amountRp,
      reason,
      wouldPay,
    })),
  };
};

/**
 * States an award with all that it follows from, lines under their draws.
 *
 *   lines of 60, 30 and 10 packs, 50 awarded, proportional -> shares 30, 15, 5 under three hashes
 */
export const stateAwardFile = (facts: FactsToFile): AwardFile => {
  const {
    poolId,
    rationingRule,
    pricing,
    rule,
    problem,
    outcome,
    coalition,
    lines,
    auditHead = null,
  } = facts;
  const awardLines = listAwardLines(problem, outcome.deliveries);
  const lotOf = new Map(problem.bids.map(({ bidId, lotId }) => [bidId, lotId]));
  const draws = new Map(lines.map(({ lineId }) => [lineId, drawOf(poolId, lineId)]));
  const linesOf = groupBy(lines, ({ lotId }) => lotId);
  const { freight: _, ...award } = rule;
  return {
    format: AWARD_FILE_FORMAT,
    pool: { poolId, rationingRule, pricing, award },
    problem,
    outcome,
    coalition: {
      ...coalition,
      rounds: coalition.rounds.map((round) => ({
        ...round,
        lineIds: round.lineIds.map((lineId) => draws.get(lineId) ?? ''),
      })),
    },
    lots: problem.lots.map(({ lotId }): FiledLot => {
      const own = awardLines.filter(({ bidId }) => lotOf.get(bidId) === lotId);
      return {
        lotId,
        awardedPacks: own.reduce((sum, { packs }) => sum + packs, 0),
        costRp: own.reduce((sum, { amountRp }) => sum + amountRp, 0),
        awardLines: own,
        ...fileLines(linesOf.get(lotId) ?? [], draws),
      };
    }),
    auditHead,
  };
};
