import { changeDue as change } from '../../core/payment/dues.js';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { DueStore } from './due.store.js';
import { DueSettled } from './payment.events.js';

const store = new DueStore();

/**
 * Changes what a due comes to, in rupiah, in the caller's transaction; to what it comes to already: nothing. One that
 * comes to just what is covered is settled by it, one that was settled may be open again.
 * @throws Refusal when there is no such due, it is cancelled, or more is covered.
 */
export const changeDue = async (tx: Tx, dueId: string, amountRp: number): Promise<void> => {
  const due = await store.lock(tx, dueId);
  if (due === undefined) throw refusePayment('DUE_NOT_FOUND');
  const { state } = change(due, amountRp);
  if (due.amountRp === amountRp) return;
  await store.markChanged(tx, dueId, amountRp, state);
  await writeAudit(tx, {
    actorId: null,
    action: 'due-changed',
    subjectType: 'due',
    subjectId: dueId,
    data: { state },
  });
  if (state === 'settled' && due.state !== 'settled')
    await record(tx, DueSettled.of({ dueId, kind: due.kind, subjectId: due.subjectId }));
};
