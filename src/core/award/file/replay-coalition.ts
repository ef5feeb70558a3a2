import type { Coalition, CoalitionInput, CoalitionLine } from '../coalition/coalition.js';
import { seekCoalition } from '../coalition/seek-coalition.js';
import type { AwardProblem, ProblemAward } from '../joint/award-problem.js';
import type { AwardFile } from './award-file.js';

/** A file's lines as the coalition sees them: a line's draw is its name. */
export const listFiledLines = ({ lots }: Pick<AwardFile, 'lots'>): CoalitionLine[] =>
  lots.flatMap(({ lotId, lines }) =>
    lines.map(({ draw, buyer, packs, ...line }) => ({
      ...line,
      lineId: draw,
      draw,
      lotId,
      buyerId: buyer,
      quantityPacks: packs,
    })),
  );

/** What the search for those who buy together started from. */
const stateInput = (file: AwardFile): CoalitionInput => ({
  rule: file.pool.rationingRule,
  pricing: file.pool.pricing.kind,
  feeRpPerUnit: file.pool.pricing.feeRpPerUnit,
  problem: file.problem,
  lines: listFiledLines(file),
});

/**
 * Seeks a file's coalition anew, from its lines, bids and rules alone. A generator: it yields problems, the caller
 * solves them and hands each award back, null where there is none.
 */
export const replayCoalition = (file: AwardFile): Generator<AwardProblem, Coalition, ProblemAward | null> =>
  seekCoalition(stateInput(file));
