import { Injectable } from '@nestjs/common';
import { runDueStep } from '../../../core/award/steps/run-due-step.js';
import { Db } from '../../../platform/db/db.js';
import { eachAlone } from '../../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { CourseStore } from './course.store.js';
import { makeMove } from './make-move.js';

const DUE_AT_A_TIME = 200;

/**
 * Brings about what was declared for steps whose time is up: the deputy is called, then the default happens. Each
 * lot in a transaction of its own, so that one that cannot be moved holds up no other.
 */
@Injectable()
@RunsWhenDue('award.run-due-steps')
export class RunDueSteps implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: CourseStore,
  ) {}

  /** @returns how many steps moved. @throws AggregateError when some could not, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.due(this.db, limit),
      atOnce: DUE_AT_A_TIME,
      take: (lotId) => this.runOne(lotId),
      failing: 'steps could not be run',
    });
  }

  private runOne(lotId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const course = await this.store.lockFree(tx, lotId);
      const move = course && runDueStep(course, course.now);
      if (course === undefined || move === undefined) return false;
      await makeMove(tx, course, move, null);
      return true;
    });
  }
}
