import { draw as drawOf } from '../../kernel/draw.js';
import { rationByDraw } from '../../lot/ration-lot.js';
import type { AwardRule } from '../../pool/award-rule.js';
import type { RationingRule } from '../../pool/rationing-rule.js';
import type { AwardOutcome } from '../award-outcome.js';
import type { AwardProblem } from '../joint/award-problem.js';
import { listAwardLines } from '../list-award-lines.js';
import {
  AWARD_FILE_FORMAT,
  type AwardFile,
  type FiledLine,
  type FiledLot,
  type FiledShare,
} from './award-file.js';

/** A line as it stands in its lot. */
export interface LineToFile {
  readonly lotId: string;
  readonly lineId: string;
  readonly quantityPacks: number;
  readonly minimumPacks: number;
  readonly tolerancePacks: number;
}

export interface FactsToFile {
  readonly poolId: string;
  readonly rationingRule: RationingRule;
  readonly rule: AwardRule;
  readonly problem: AwardProblem;
  readonly outcome: AwardOutcome;
  readonly lines: readonly LineToFile[];
}

const byDraw = (a: { draw: string }, b: { draw: string }): number => (a.draw < b.draw ? -1 : 1);

/** Shares of what was awarded, by the rule: what was not awarded, nobody gets. */
export const shareByRule = (
  rule: RationingRule,
  availablePacks: number,
  lines: readonly FiledLine[],
): FiledShare[] =>
  rationByDraw(
    {
      rule,
      availablePacks,
      lines: lines.map(({ draw, packs, minimumPacks }) => ({
        lineId: draw,
        askedPacks: packs,
        minimumPacks,
      })),
    },
    ({ lineId }) => lineId,
  ).shares.map(({ draw, sharePacks }) => ({ draw, packs: sharePacks }));

/**
 * States an award with all that it follows from, lines under their draws.
 *
 *   lines of 60, 30 and 10 packs, 50 awarded, proportional -> shares 30, 15, 5 under three hashes
 */
export const stateAwardFile = ({
  poolId,
  rationingRule,
  rule,
  problem,
  outcome,
  lines,
}: FactsToFile): AwardFile => {
  const awardLines = listAwardLines(problem, outcome.deliveries);
  const lotOf = new Map(problem.bids.map(({ bidId, lotId }) => [bidId, lotId]));
  const { freight: _, ...award } = rule;
  return {
    format: AWARD_FILE_FORMAT,
    pool: { poolId, rationingRule, award },
    problem,
    outcome,
    lots: problem.lots.map(({ lotId }): FiledLot => {
      const own = awardLines.filter(({ bidId }) => lotOf.get(bidId) === lotId);
      const filed = lines
        .filter((line) => line.lotId === lotId)
        .map(({ lineId, quantityPacks, minimumPacks, tolerancePacks }) => ({
          draw: drawOf(poolId, lineId),
          packs: quantityPacks,
          minimumPacks,
          tolerancePacks,
        }))
        .sort(byDraw);
      const awardedPacks = own.reduce((sum, { packs }) => sum + packs, 0);
      return {
        lotId,
        awardedPacks,
        costRp: own.reduce((sum, { amountRp }) => sum + amountRp, 0),
        awardLines: own,
        lines: filed,
        shares: shareByRule(rationingRule, awardedPacks, filed),
      };
    }),
  };
};
