import { Inject, Injectable } from '@nestjs/common';
import type { AwardProblem, ProblemAward } from '../../core/award/joint/award-problem.js';
import { LOGGER, type Log } from '../../platform/logging/logger.js';
import { AwardSolver, computeProblem } from '../award/index.js';

/** A meter that takes longer than this is no longer about now. */
const GUARD_MS = 5_000;

/** Has the engine award the problems that a reading asks for. */
@Injectable()
export class MeterEngine {
  constructor(
    private readonly solver: AwardSolver,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  /** The reading, or `otherwise` when the engine could not answer: what is certain without it is told then. */
  async read<Reading>(
    reading: Generator<AwardProblem, Reading, ProblemAward>,
    otherwise: () => Reading,
  ): Promise<Reading> {
    try {
      let step = reading.next();
      while (!step.done)
        step = reading.next(await computeProblem(step.value, this.solver, { guardMs: GUARD_MS }));
      return step.value;
    } catch (error) {
      this.log.warn({ error }, 'the meter is told without the engine');
      return otherwise();
    }
  }
}
