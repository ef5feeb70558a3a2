import { Injectable } from '@nestjs/common';
import { approveAward } from '../../core/award/approve-award.js';
import { refuseAward } from '../../core/award/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { deciderAt } from './read-decider.js';
import { CourseStore } from './steps/course.store.js';
import { makeMove } from './steps/make-move.js';

/** Approves a proposed award as a second person: suppliers then sign, or the lot fails when there is nothing to award. */
@Injectable()
export class ApproveAward {
  constructor(
    private readonly db: Db,
    private readonly courses: CourseStore,
  ) {}

  run(principal: Principal, lotId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const course = await this.courses.lock(tx, lotId);
      if (course === undefined) throw refuseAward('AWARD_NOT_FOUND');
      const move = approveAward(course, deciderAt(principal, course.organiserId), course.now);
      await makeMove(tx, course, move, principal.personId);
    });
  }
}
