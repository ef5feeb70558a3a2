import { dropSuspended } from '../../../core/award/steps/drop-suspended.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { CourseStore } from './course.store.js';
import { makeMove } from './make-move.js';

const courses = new CourseStore();

/**
 * Puts suspended suppliers' bids out of a lot's award, under the lot's lock: those it was computed without, and those
 * that it awarded packs to which they have not signed for. In the latter case the lot is awarded anew.
 */
export const leaveOutSuspended = async (tx: Tx, lotId: string): Promise<void> => {
  const course = await courses.lock(tx, lotId);
  if (course === undefined) return;
  const unheard = await courses.insertSuspended(tx, course);
  if (unheard > 0)
    await writeAudit(tx, {
      actorId: null,
      action: 'suspended-bids-out',
      subjectType: 'award',
      subjectId: course.awardId,
      data: { lotId, attempt: course.attempt, bidsOut: unheard },
    });
  const suspended = await courses.suspendedOf(
    tx,
    course.bids.map(({ supplierId }) => supplierId),
  );
  const move = dropSuspended(course, suspended);
  if (move !== undefined) await makeMove(tx, course, move, null);
};
