import { reversePostings } from '../../core/ledger/post-journal.js';
import { refuseLedger } from '../../core/ledger/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerStore } from './ledger.store.js';
import { writeJournal } from './post-journal.js';

export interface Reversal {
  /** Of the reversal itself, such as `payment-reversed:<id>`; the same key reverses once. */
  readonly businessKey: string;
  readonly journalId: string;
  readonly kind: string;
  readonly reason?: string;
  /** The moment it is about; left out: now. What was true of the days between stays true. */
  readonly effectiveAt?: Date;
}

const store = new LedgerStore();
const reader = new LedgerReader();

/**
 * Takes a journal back in the caller's transaction by posting its mirror: what was posted stays as it is. Again with
 * the same key gives the reversal that is there.
 * @returns the reversal's id.
 * @throws Refusal when there is no such journal, it is a reversal, or it has been taken back under another key.
 */
export const reverseJournal = async (tx: Tx, reversal: Reversal): Promise<string> => {
  const { businessKey, journalId, kind, reason = null, effectiveAt = null } = reversal;
  await store.lockReversal(tx, journalId);
  const taken = await reader.journalById(tx, journalId);
  if (taken === undefined) throw refuseLedger('JOURNAL_NOT_FOUND', { journalId });
  if (taken.reversesId !== null) throw refuseLedger('REVERSAL_STAYS', { journalId });
  const before = await reader.reversalOf(tx, journalId);
  if (before !== undefined && before.businessKey !== businessKey)
    throw refuseLedger('JOURNAL_ALREADY_REVERSED', { journalId });
  const { poolId, reference } = taken;
  const id = await writeJournal(
    tx,
    { businessKey, kind, poolId, reference, effectiveAt, reversesId: journalId, reason },
    reversePostings(taken.postings),
  );
  if (before === undefined)
    await writeAudit(tx, {
      actorId: null,
      action: 'journal-reversed',
      subjectType: 'journal',
      subjectId: journalId,
      data: { reversal: id },
    });
  return id;
};
