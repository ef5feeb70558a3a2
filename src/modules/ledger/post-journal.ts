import { postJournal as balance, saysTheSame, type Posting } from '../../core/ledger/post-journal.js';
import { refuseLedger } from '../../core/ledger/refusals.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { LedgerReader } from './ledger.reader.js';
import { LedgerStore } from './ledger.store.js';

export interface JournalToPost {
  /** What the journal is about, such as `invoice:<id>`; the same key posts once. */
  readonly businessKey: string;
  readonly kind: string;
  readonly postings: readonly Posting[];
}

const store = new LedgerStore();
const reader = new LedgerReader();

/**
 * Posts a journal in the caller's transaction; accounts are made when first needed. Posting the same again
 * gives the journal that is there, also when a twin is posting it at this moment: the insert waits for the
 * twin's commit.
 * @returns the journal's id.
 * @throws Refusal when it does not balance, or when its key is there with other content.
 */
export const postJournal = async (
  tx: Tx,
  { businessKey, kind, postings }: JournalToPost,
): Promise<string> => {
  const balanced = balance(postings);
  const id = newId();
  if (await store.insertJournal(tx, { id, businessKey, kind })) {
    await store.openAccounts(tx, balanced);
    await store.insertPostings(tx, id, balanced);
    return id;
  }
  const kept = await reader.journalByKey(tx, businessKey);
  if (kept?.kind !== kind || !saysTheSame(kept.postings, balanced))
    throw refuseLedger('JOURNAL_KEY_TAKEN', { businessKey });
  return kept.id;
};
