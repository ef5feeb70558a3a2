import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { DueStore } from './due.store.js';

const store = new DueStore();

/**
 * Cancels what is open of a due; what was covered stays covered, and is the caller's to give back.
 * @returns what had been covered, in rupiah; undefined when there was no open due.
 */
export const cancelDue = async (tx: Tx, dueId: string): Promise<number | undefined> => {
  const due = await store.lock(tx, dueId);
  if (due?.state !== 'open') return undefined;
  await store.markCancelled(tx, dueId);
  await writeAudit(tx, { actorId: null, action: 'due-cancelled', subjectType: 'due', subjectId: dueId });
  return due.coveredRp;
};
