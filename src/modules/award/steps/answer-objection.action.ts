import { Injectable } from '@nestjs/common';
import { refuseAward } from '../../../core/award/refusals.js';
import { answerObjection } from '../../../core/award/steps/answer-objection.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { deciderAt } from '../read-decider.js';
import { CourseStore } from './course.store.js';
import { makeMove } from './make-move.js';
import { ObjectionStore } from './objection.store.js';
import { tellAnswer } from './tell-course.js';

export interface AnswerRequest {
  readonly answer: 'upheld' | 'rejected';
  readonly reason: string;
}

/** Answers an objection, with a reason, as another person than who proposed. */
@Injectable()
export class AnswerObjection {
  constructor(
    private readonly db: Db,
    private readonly courses: CourseStore,
    private readonly store: ObjectionStore,
  ) {}

  run(
    principal: Principal,
    lotId: string,
    objectionId: string,
    { answer, reason }: AnswerRequest,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const course = await this.courses.lock(tx, lotId);
      if (course === undefined) throw refuseAward('AWARD_NOT_FOUND');
      const answerer = {
        ...deciderAt(principal, course.organiserId),
        partyIds: principal.memberships.map(({ partyId }) => partyId),
      };
      const move = answerObjection(course, { objectionId, answer }, answerer, course.now);
      await this.store.insertAnswer(tx, { objectionId, answer, reason, answeredBy: principal.personId });
      await writeAudit(tx, {
        actorId: principal.personId,
        action: `objection-${answer}`,
        subjectType: 'objection',
        subjectId: objectionId,
        data: { lotId, attempt: course.attempt },
      });
      const objection = course.objections.find((each) => each.objectionId === objectionId);
      if (objection) await tellAnswer(tx, course, objection.partyId, answer, reason);
      await makeMove(tx, course, move, principal.personId);
    });
  }
}
