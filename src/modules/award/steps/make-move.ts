import type { LotEnding, Move } from '../../../core/award/steps/course.js';
import { writeAudit, type AuditEntry } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { advanceLot } from '../../lot/index.js';
import { AwardReplaced, ContractsSigned } from '../award.events.js';
import { AwardStore } from '../award.store.js';
import { tellLeftOut } from '../tell-left-out.js';
import { CourseStore, type LockedCourse } from './course.store.js';
import { tellMove } from './tell-course.js';

const awards = new AwardStore();
const courses = new CourseStore();

const failed = (reason: LotEnding, actorId: string | null) => ({
  reason,
  ...(actorId === null ? {} : { actorId }),
});

/** Writes what a move is, besides the steps; each change of an award has its audit row. */
const write = async (tx: Tx, course: LockedCourse, move: Move, actorId: string | null): Promise<void> => {
  const { lotId, awardId, attempt } = course;
  const audit = (action: string, data: AuditEntry['data'] = {}): Promise<void> =>
    writeAudit(tx, {
      actorId,
      action,
      subjectType: 'award',
      subjectId: awardId,
      data: { lotId, attempt, ...data },
    });
  switch (move.kind) {
    case 'stay':
      return;
    case 'call-deputy':
      await courses.markDeputyCalled(tx, awardId);
      return audit('deputy-called', { step: course.step?.name ?? null });
    case 'next':
      return audit('award-step-begun', { step: move.next });
    case 'propose':
      await awards.markProposed(tx, awardId, actorId);
      return audit('award-proposed');
    case 'endorse':
      if (actorId === null) throw new Error('nobody endorses what the system proposed but people');
      await awards.markEndorsed(tx, awardId, actorId, move.asChair);
      return audit('award-endorsed');
    case 'approve':
    case 'approve-nothing':
      if (actorId === null) throw new Error('no award is approved but by a person');
      await awards.markApproved(tx, awardId, actorId);
      await audit('award-approved', { awardedPacks: course.award.awardedPacks });
      if (move.kind === 'approve') await advanceLot(tx, lotId, 'awarded', { actorId });
      else {
        await tellLeftOut(tx, lotId, awardId);
        await advanceLot(tx, lotId, 'failed', failed(move.reason, actorId));
      }
      return;
    case 'contract':
      await audit('contracts-signed');
      return record(tx, ContractsSigned.of({ lotId, awardId }));
    case 'replace':
      await courses.insertOut(tx, course, move.out);
      await awards.markReplaced(tx, awardId);
      await audit('award-replaced', { bidsOut: move.out.length, reason: move.out[0]?.reason ?? null });
      await advanceLot(tx, lotId, 'opened', actorId === null ? {} : { actorId });
      return record(tx, AwardReplaced.of({ lotId, awardId }));
    case 'fail':
      await advanceLot(tx, lotId, 'failed', failed(move.reason, actorId));
      return;
  }
};

const endsStep = ({ kind }: Move): boolean => !['stay', 'call-deputy', 'endorse'].includes(kind);

/**
 * Makes a move that core has decided: the step that waited ends, the next begins, award and lot move, all of it
 * audited and told, in the transaction that holds the lot. `actorId` is null when time brought it about.
 */
export const makeMove = async (
  tx: Tx,
  course: LockedCourse,
  move: Move,
  actorId: string | null,
): Promise<void> => {
  if (endsStep(move)) await courses.end(tx, course, move.kind, actorId);
  await write(tx, course, move, actorId);
  const begun = 'next' in move ? await courses.begin(tx, course, move.next) : null;
  await tellMove(tx, course, move, { until: begun?.dueAt ?? null, isBySystem: actorId === null });
};
