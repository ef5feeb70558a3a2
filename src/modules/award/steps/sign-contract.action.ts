import { Injectable } from '@nestjs/common';
import { refuseAward } from '../../../core/award/refusals.js';
import type { ContractAnswer } from '../../../core/award/steps/course.js';
import { signContract } from '../../../core/award/steps/sign-contract.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import { CourseStore } from './course.store.js';
import { makeMove } from './make-move.js';

/** A supplier signs for what it was awarded, or declines with a reason; said again it changes nothing. */
@Injectable()
export class SignContract {
  constructor(
    private readonly db: Db,
    private readonly courses: CourseStore,
  ) {}

  sign(personId: string, lotId: string, supplierId: string): Promise<void> {
    return this.answer(personId, lotId, supplierId, 'signed', null);
  }

  decline(personId: string, lotId: string, supplierId: string, reason: string): Promise<void> {
    return this.answer(personId, lotId, supplierId, 'declined', reason);
  }

  private answer(
    personId: string,
    lotId: string,
    supplierId: string,
    answer: ContractAnswer,
    reason: string | null,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const course = await lookAcross(tx, 'award-course', () => this.courses.lock(tx, lotId));
      if (course === undefined) throw refuseAward('AWARD_NOT_FOUND');
      const isActive = await this.courses.isActive(tx, supplierId);
      const move = signContract(course, { supplierId, isActive }, answer, course.now);
      if (move === undefined) return;
      await this.courses.insertAnswer(tx, course, { supplierId, answer, reason, answeredBy: personId });
      await writeAudit(tx, {
        actorId: personId,
        action: `contract-${answer}`,
        subjectType: 'award',
        subjectId: course.awardId,
        data: { lotId, attempt: course.attempt, supplierId },
      });
      await lookAcross(tx, 'award-course', () => makeMove(tx, course, move, personId));
    });
  }
}
