import { writeOutcome } from '../../src/core/award/award-outcome.js';
import type { Coalition, CoalitionInput, CoalitionLine } from '../../src/core/award/coalition/coalition.js';
import { seekCoalition } from '../../src/core/award/coalition/seek-coalition.js';
import type { AwardFile } from '../../src/core/award/file/award-file.js';
import { stateAwardFile } from '../../src/core/award/file/state-award-file.js';
import type { AwardProblem, ProblemAward } from '../../src/core/award/joint/award-problem.js';
import { draw } from '../../src/core/kernel/draw.js';
import { plainAwardRule, type AwardRule } from '../../src/core/pool/award-rule.js';

export const POOL = 'pool';

/** A line of rice of the pool that asks for packs in a zone and nothing else. */
export const plainLine = (
  lineId: string,
  zoneId: string,
  quantityPacks: number,
  rest: Partial<CoalitionLine> = {},
): CoalitionLine => ({
  lineId,
  draw: draw(POOL, lineId),
  lotId: 'rice',
  zoneId,
  buyerId: lineId,
  quantityPacks,
  tolerancePacks: 0,
  minimumPacks: 0,
  limitRpPerUnit: null,
  ...rest,
});

/** Seeks a coalition by a way to award problems; null where one has no award. */
export const playCoalition = async (
  input: CoalitionInput,
  solve: (problem: AwardProblem) => Promise<ProblemAward | null>,
): Promise<Coalition> => {
  const seeking = seekCoalition(input);
  let step = seeking.next();
  while (!step.done) step = seeking.next(await solve(step.value));
  return step.value;
};

/** A coalition and its award as they are published. */
export const fileCoalition = (
  input: CoalitionInput,
  { rounds, tolerances, shortZones, unweighed, ...coalition }: Coalition,
  award: ProblemAward,
  rule: AwardRule = plainAwardRule,
): AwardFile => {
  const outcomes = new Map(coalition.lines.map((outcome) => [outcome.lineId, outcome]));
  return stateAwardFile({
    poolId: POOL,
    rationingRule: input.rule,
    pricing: { kind: input.pricing, feeRpPerUnit: input.feeRpPerUnit },
    rule,
    problem: coalition.problem,
    outcome: writeOutcome(award),
    coalition: { rounds, tolerances, shortZones, unweighed },
    lines: input.lines.flatMap((line) => {
      const outcome = outcomes.get(line.lineId);
      return outcome ? [{ ...line, ...outcome }] : [];
    }),
  });
};
