import { Injectable } from '@nestjs/common';
import { proposeAward } from '../../core/award/propose-award.js';
import { refuseAward } from '../../core/award/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { deciderAt } from './read-decider.js';
import { CourseStore } from './steps/course.store.js';
import { makeMove } from './steps/make-move.js';

/** Proposes what the engine computed; it binds nobody until another person approves. */
@Injectable()
export class ProposeAward {
  constructor(
    private readonly db: Db,
    private readonly courses: CourseStore,
  ) {}

  run(principal: Principal, lotId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const course = await this.courses.lock(tx, lotId);
      if (course === undefined) throw refuseAward('AWARD_NOT_FOUND');
      const move = proposeAward(course, deciderAt(principal, course.organiserId), course.now);
      await makeMove(tx, course, move, principal.personId);
    });
  }
}
