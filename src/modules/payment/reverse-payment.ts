import { appliedPostings, owedBackPostings, reversedPostings } from '../../core/payment/make-journals.js';
import type { DueKind, DueState } from '../../core/payment/dues.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { LedgerReader, postJournal } from '../ledger/index.js';
import { tellParties } from '../party/index.js';
import { cancelDue } from './cancel-due.js';
import { coverDue } from './cover-due.js';
import { keepInSuspense } from './keep-in-suspense.js';
import type { LockedPayment } from './payment.store.js';

const ledger = new LedgerReader();

interface Covered {
  readonly dueId: string;
  readonly amountRp: number;
  readonly state: DueState;
}

interface Kept {
  readonly id: string;
  readonly amountRp: number;
  readonly state: 'open' | 'applied' | 'giving-back' | 'credited';
  readonly dueId: string | null;
  readonly kind: DueKind | null;
  readonly dueState: DueState | null;
}

/** What a bank took back of money that has gone back, or was used, already: by the due it had been for. */
type Missing = Map<string, number>;

const miss = (missing: Missing, dueId: string, amountRp: number): void => {
  if (amountRp > 0) missing.set(dueId, (missing.get(dueId) ?? 0) + amountRp);
};

const takeCover = async (
  tx: Tx,
  { id, now }: LockedPayment,
  cover: Covered,
  journalId: string,
  missing: Missing,
): Promise<void> => {
  // Whoever cancelled the due gave back what had covered it.
  if (cover.state === 'cancelled') {
    miss(missing, cover.dueId, cover.amountRp);
    return;
  }
  await coverDue(tx, {
    ...{ dueId: cover.dueId, kind: 'reversal', amountRp: -cover.amountRp, sourceId: id, journalId },
    ...{ paidAt: now, firmAt: now },
  });
};

/** What had been decided about money that was kept apart is undone with it. */
const takeKept = async (
  tx: Tx,
  { payeeId, payerId, now }: LockedPayment,
  kept: Kept,
  missing: Missing,
): Promise<void> => {
  const { id, amountRp, state, dueId, kind, dueState } = kept;
  const parties = { payeeId, payerId };
  const undo = (postings: Parameters<typeof reversedPostings>[0]): Promise<string> =>
    postJournal(tx, {
      ...{ businessKey: `suspense:${id}:taken-back`, kind: 'suspense-taken-back' },
      postings: reversedPostings(postings),
    });
  if (state === 'applied' && dueId !== null && kind !== null) {
    const journalId = await undo(appliedPostings(parties, kind, amountRp));
    if (dueState === 'cancelled') {
      miss(missing, dueId, amountRp);
      return;
    }
    await coverDue(tx, {
      ...{ dueId, kind: 'reversal', amountRp: -amountRp, sourceId: id, journalId, paidAt: now, firmAt: now },
    });
  }
  if ((state === 'giving-back' || state === 'credited') && dueId !== null) {
    const usedRp = (await cancelDue(tx, dueId)) ?? amountRp;
    if (usedRp < amountRp) await undo(owedBackPostings(parties, amountRp - usedRp));
    miss(missing, dueId, usedRp);
    if (usedRp > 0) return;
  }
  await tx.change(
    `UPDATE suspense_item SET state = 'taken-back', due_id = NULL, resolved_at = clock_timestamp(), version = version + 1
     WHERE id = $1`,
    [id],
  );
  await writeAudit(tx, {
    ...{ actorId: null, action: 'money-taken-back', subjectType: 'suspense-item', subjectId: id },
  });
};

/**
 * Undoes a payment that the bank took back, once: the reverse of its journal, from where the money stands by now, and
 * of each cover, so that dues are open again.
 * @returns the payment with the reversing journal; the caller saves it.
 */
export const reversePayment = async (tx: Tx, payment: LockedPayment): Promise<LockedPayment> => {
  const { id, payeeId, payerId, amountRp, clearedAt } = payment;
  const posted = await ledger.journalByKey(tx, `payment:${id}`);
  if (posted === undefined) throw new Error(`payment ${id} has lost its journal`);
  const reversalJournalId = await postJournal(tx, {
    businessKey: `payment:${id}:reversal`,
    kind: 'payment-reversal',
    postings: reversedPostings(posted.postings, clearedAt === null ? {} : { 'gateway-clearing': 'gateway' }),
  });
  const covers = await tx.rows<Covered>(
    `SELECT due_id, due_cover.amount_rp, state FROM due_cover JOIN due ON due.id = due_id
     WHERE source_id = $1 AND due_cover.kind = 'gateway' ORDER BY due_id FOR UPDATE OF due`,
    [id],
  );
  const missing: Missing = new Map();
  for (const cover of covers) await takeCover(tx, payment, cover, reversalJournalId, missing);
  const kept = await tx.rows<Kept>(
    `SELECT suspense_item.id, suspense_item.amount_rp, suspense_item.state, due_id, due.kind,
       due.state AS due_state
     FROM suspense_item LEFT JOIN due ON due.id = due_id
     WHERE payment_id = $1 AND suspense_item.payee_id = $2 AND reason IN ('late', 'not-owed')
       AND suspense_item.state <> 'taken-back'
     ORDER BY suspense_item.id FOR UPDATE OF suspense_item`,
    [id, payeeId],
  );
  for (const each of kept) await takeKept(tx, payment, each, missing);
  for (const [sourceId, missingRp] of missing)
    await keepInSuspense(tx, {
      ...{ payeeId, payerId, paymentId: id, sourceId, amountRp: missingRp, reason: 'reversed' },
      firmAt: payment.now,
    });
  await tellParties(tx, {
    ...{ partyIds: [payeeId, payerId], kind: 'payment-reversed', subjectType: 'payment', subjectId: id },
    data: { amount: amountRp },
  });
  return { ...payment, reversalJournalId };
};
