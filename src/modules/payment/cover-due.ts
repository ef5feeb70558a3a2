import { coverDue as cover } from '../../core/payment/dues.js';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { DueStore, type NewCover } from './due.store.js';
import { DueReopened, DueSettled } from './payment.events.js';

const store = new DueStore();

/**
 * Covers a part or all of a due in the caller's transaction, which posts the journal; a reversal's amount is below
 * zero. The same source covers a due once: again changes nothing.
 * @throws Refusal when there is no such due, it is cancelled, or more comes than is open.
 */
export const coverDue = async (tx: Tx, given: Omit<NewCover, 'id'>): Promise<void> => {
  const due = await store.lock(tx, given.dueId);
  if (due === undefined) throw refusePayment('DUE_NOT_FOUND');
  const id = newId();
  if (!(await store.insertCover(tx, { ...given, id }))) return;
  const { state, coveredRp } = cover(due, given.amountRp);
  await store.markCovered(tx, due.id, coveredRp, state);
  await writeAudit(tx, {
    actorId: null,
    action: 'due-covered',
    subjectType: 'due',
    subjectId: due.id,
    data: { cover: id, kind: given.kind, state },
  });
  const about = { dueId: due.id, kind: due.kind, subjectId: due.subjectId };
  if (state === 'settled') await record(tx, DueSettled.of(about));
  else if (due.state === 'settled') await record(tx, DueReopened.of(about));
};
