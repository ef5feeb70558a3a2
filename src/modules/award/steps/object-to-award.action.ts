import { Injectable } from '@nestjs/common';
import { refuseAward } from '../../../core/award/refusals.js';
import { objectToAward } from '../../../core/award/steps/object-to-award.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { isCheckViolation } from '../../../platform/db/violations.js';
import { newId } from '../../../platform/new-id.js';
import { CourseStore } from './course.store.js';
import { ObjectionStore } from './objection.store.js';
import { tellObjection } from './tell-course.js';

export interface ObjectionRequest {
  readonly partyId: string;
  readonly bidId?: string;
  readonly reason: string;
}

/** Keeps an objection to what is proposed; sent again it is the same. */
@Injectable()
export class ObjectToAward {
  constructor(
    private readonly db: Db,
    private readonly courses: CourseStore,
    private readonly store: ObjectionStore,
  ) {}

  /** @returns the objection's id. */
  run(personId: string, lotId: string, { partyId, bidId, reason }: ObjectionRequest): Promise<string> {
    return this.db.transaction(async (tx) => {
      const course = await this.courses.lock(tx, lotId);
      if (course === undefined) throw refuseAward('AWARD_NOT_FOUND');
      const isConcerned = await this.store.isConcerned(tx, course, partyId);
      const objecting = { partyId, bidId: bidId ?? null, reason };
      const made = objectToAward(course, { ...objecting, isConcerned }, course.now);
      if (made !== undefined) return made.objectionId;
      const id = newId();
      // The window may close between the look at the clock and this statement, which looks again.
      await this.store
        .insert(tx, { id, awardId: course.awardId, ...objecting, madeBy: personId })
        .catch((error: unknown) => {
          throw isCheckViolation(error, 'objection_in_window')
            ? refuseAward('NO_OBJECTION_WINDOW_OPEN')
            : error;
        });
      await writeAudit(tx, {
        actorId: personId,
        action: 'objection-made',
        subjectType: 'objection',
        subjectId: id,
        data: { lotId, attempt: course.attempt, partyId },
      });
      await tellObjection(tx, course, partyId, reason);
      return id;
    });
  }
}
