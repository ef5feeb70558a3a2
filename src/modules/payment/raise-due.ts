import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { DueStore, type NewDue } from './due.store.js';

const store = new DueStore();

/**
 * Says in the caller's transaction what a party owes another; of one kind and subject there is one due, and raising
 * the same again gives the one that is there. The caller posts the journal that goes with it.
 * @returns the due's id.
 * @throws Refusal when one is there with another payer, payee or amount.
 */
export const raiseDue = async (tx: Tx, due: Omit<NewDue, 'id'>): Promise<string> => {
  const id = newId();
  if (await store.insert(tx, { ...due, id })) {
    await writeAudit(tx, {
      actorId: null,
      action: 'due-raised',
      subjectType: 'due',
      subjectId: id,
      data: { kind: due.kind, of: due.subjectId },
    });
    return id;
  }
  const kept = await store.lockOf(tx, due.kind, due.subjectId);
  if (kept?.payerId !== due.payerId || kept.payeeId !== due.payeeId || kept.amountRp !== due.amountRp)
    throw refusePayment('DUE_CHANGED');
  return kept.id;
};
