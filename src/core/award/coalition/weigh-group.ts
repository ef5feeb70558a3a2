import { groupBy } from '../joint/group-by.js';
import type { CoalitionInput, CoalitionLine, CoalitionRound, LandedShare, LineOutcome } from './coalition.js';
import { serveLines, type Answers, type Seeking } from './serve-lines.js';
import { passesLimit } from './share-landed.js';
import { appraise, takeTolerance, type Appraisal } from './take-tolerance.js';

/** A group as asked, without tolerated packs. */
export function* weighPlainly(
  input: CoalitionInput,
  answers: Answers,
  group: readonly CoalitionLine[],
): Seeking<Appraisal> {
  return appraise(input, yield* serveLines(input, answers, group));
}

/** A group with tolerated packs where these help all. */
export function* weigh(
  input: CoalitionInput,
  answers: Answers,
  group: readonly CoalitionLine[],
): Seeking<Appraisal> {
  return yield* takeTolerance(input, answers, yield* weighPlainly(input, answers, group));
}

/** What each lot of a group comes to. */
export const listLots = ({ served, shares }: Appraisal): CoalitionRound['lots'] =>
  [...groupBy(served, ({ line }) => line.lotId)].map(([lotId, own]) => ({
    lotId,
    packs: own.reduce((sum, { packs }) => sum + packs, 0),
    amountRp: own.reduce((sum, { line }) => sum + (shares.get(line.lineId)?.amountRp ?? 0), 0),
  }));

/** What a search has come to: the group, how it fares, and what was said to those who left. */
export interface Search {
  readonly input: CoalitionInput;
  readonly answers: Answers;
  readonly sizes: ReadonlyMap<string, number>;
  readonly rounds: CoalitionRound[];
  readonly out: Map<string, Pick<LineOutcome, 'reason' | 'wouldPay'>>;
}

/** Who would pass their limit at an appraisal. */
export const listUnwilling = ({ input, sizes }: Search, { served, shares }: Appraisal): CoalitionLine[] =>
  served
    .map(({ line }) => line)
    .filter((line) => {
      const share = shares.get(line.lineId);
      return share && passesLimit(input.problem.side, line, share, sizes.get(line.lotId) ?? 0);
    });

export const NOTHING: LandedShare = { packs: 0, amountRp: 0 };

/** Why a line that nobody's limit keeps out has no packs. */
export const reasonOf = ({ minimumPacks }: CoalitionLine, { award }: Appraisal): LineOutcome['reason'] =>
  award !== null && minimumPacks > 0 ? 'RELEASED_BELOW_MINIMUM' : 'UNSERVED';
