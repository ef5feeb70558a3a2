import { holdFunds as mayHold, postHold as post, voidHold as letGo } from '../../core/ledger/hold-funds.js';
import { refuseLedger } from '../../core/ledger/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { HoldStore, type KeptHold, type NewHold } from './hold.store.js';
import { LedgerReader } from './ledger.reader.js';
import { postJournal, type JournalToPost } from './post-journal.js';

const store = new HoldStore();
const reader = new LedgerReader();

const audit = (tx: Tx, action: string, holdId: string): Promise<void> =>
  writeAudit(tx, { actorId: null, action, subjectType: 'hold', subjectId: holdId });

const lock = async (tx: Tx, holdId: string): Promise<KeptHold> => {
  const hold = await store.lock(tx, holdId);
  if (hold === undefined) throw refuseLedger('HOLD_NOT_FOUND', { holdId });
  return hold;
};

/**
 * Sets money on an account aside in the caller's transaction, for a journal to come; the same key sets it aside once.
 * Keeps what is held from other holds; what posts without a hold is not asked.
 * @returns the hold's id.
 * @throws Refusal when more is asked for than is available, or the key is there with other content.
 */
export const holdFunds = async (tx: Tx, wanted: Omit<NewHold, 'id'>): Promise<string> => {
  const { businessKey, partyId, purpose, amountRp } = wanted;
  await store.lockAccount(tx, partyId, purpose);
  const kept = await store.byKey(tx, businessKey);
  if (kept !== undefined) {
    if (kept.partyId !== partyId || kept.purpose !== purpose || kept.amountRp !== amountRp)
      throw refuseLedger('HOLD_KEY_TAKEN', { businessKey });
    return kept.id;
  }
  mayHold(amountRp, await reader.availabilityOf(tx, partyId, purpose));
  const id = newId();
  await store.insert(tx, { ...wanted, id });
  await audit(tx, 'funds-held', id);
  return id;
};

/** The hold of a key, while it is pending. */
export const pendingHold = async (tx: Tx, businessKey: string): Promise<string | undefined> => {
  const hold = await store.byKey(tx, businessKey);
  return hold?.state === 'pending' ? hold.id : undefined;
};

/**
 * Posts the journal that a hold was for, in the caller's transaction; the same journal again changes nothing. What the
 * journal leaves of the hold is free again.
 * @returns the journal's id.
 * @throws Refusal when there is no such hold, it ended otherwise, or the journal moves nothing or more of its account.
 */
export const postHold = async (tx: Tx, holdId: string, journal: JournalToPost): Promise<string> => {
  const hold = await lock(tx, holdId);
  if (hold.state === 'posted') {
    const journalId = await postJournal(tx, journal);
    if (journalId !== hold.journalId) throw refuseLedger('HOLD_ALREADY_POSTED');
    return journalId;
  }
  const state = post(hold, journal.postings);
  const journalId = await postJournal(tx, journal);
  await store.end(tx, holdId, state, journalId);
  await audit(tx, 'hold-posted', holdId);
  return journalId;
};

/**
 * Lets go of what was held, in the caller's transaction; again changes nothing.
 * @throws Refusal when there is no such hold, or it has been posted.
 */
export const voidHold = async (tx: Tx, holdId: string): Promise<void> => {
  const hold = await lock(tx, holdId);
  const state = letGo(hold);
  if (hold.state === state) return;
  await store.end(tx, holdId, state, null);
  await audit(tx, 'hold-voided', holdId);
};
