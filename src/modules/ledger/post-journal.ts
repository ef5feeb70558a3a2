import { postJournal as balance, saysTheSame, type Posting } from '../../core/ledger/post-journal.js';
import { refuseLedger } from '../../core/ledger/refusals.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerStore, type NewJournal } from './ledger.store.js';

export interface JournalToPost {
  /** What the journal is about, such as `invoice:<id>`; the same key posts once. */
  readonly businessKey: string;
  readonly kind: string;
  readonly postings: readonly Posting[];
  /** The pool it comes from: a member's purchases are counted by it. */
  readonly poolId?: string | null;
  /** The paper it stands for, as people know it, such as an invoice's number; shown on statements. */
  readonly reference?: string | null;
  /** The moment it is about, such as the gateway's settlement; left out: the moment of posting. */
  readonly effectiveAt?: Date | null;
}

const store = new LedgerStore();
const reader = new LedgerReader();

/** Writes a balanced journal, or finds the one that is there. */
export const writeJournal = async (
  tx: Tx,
  journal: Omit<NewJournal, 'id'>,
  balanced: readonly Posting[],
): Promise<string> => {
  const id = newId();
  if (await store.insert(tx, { ...journal, id }, balanced)) return id;
  const kept = await reader.journalByKey(tx, journal.businessKey);
  if (
    kept?.kind !== journal.kind ||
    kept.reversesId !== journal.reversesId ||
    !saysTheSame(kept.postings, balanced)
  )
    throw refuseLedger('JOURNAL_KEY_TAKEN', { businessKey: journal.businessKey });
  return kept.id;
};

/**
 * Posts a journal in the caller's transaction; accounts are made when first needed. Posting the same again
 * gives the journal that is there, also when a twin is posting it at this moment: the insert waits for the
 * twin's commit.
 * @returns the journal's id.
 * @throws Refusal when it does not balance, or when its key is there with other content.
 */
export const postJournal = (tx: Tx, journal: JournalToPost): Promise<string> => {
  const { businessKey, kind, postings, poolId = null, reference = null, effectiveAt = null } = journal;
  return writeJournal(
    tx,
    { businessKey, kind, poolId, reference, effectiveAt, reversesId: null, reason: null },
    balance(postings),
  );
};
