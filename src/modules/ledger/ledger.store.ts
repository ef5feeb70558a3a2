import type { Posting } from '../../core/ledger/post-journal.js';
import type { Tx } from '../../platform/db/sql.js';

export interface NewJournal {
  readonly id: string;
  readonly businessKey: string;
  readonly kind: string;
  readonly poolId: string | null;
  readonly reference: string | null;
  /** Null: at this moment. */
  readonly effectiveAt: Date | null;
  readonly reversesId: string | null;
  readonly reason: string | null;
}

/** Writes journals: once each, never changed. */
export class LedgerStore {
  /**
   * Writes a journal with its postings, and the accounts that are missing, in one statement: a hot account is no place
   * to wait for each other's round trips. Accounts come in a fixed order: two that open the same ones do not deadlock;
   * nearly always they are there, and are looked for first, which costs a sixth of inserting them in vain.
   * @returns false when one of that business key is there already.
   */
  async insert(tx: Tx, journal: NewJournal, postings: readonly Posting[]): Promise<boolean> {
    const touched = await tx.change(
      `WITH line AS (
         SELECT * FROM unnest($9::uuid[], $10::text[], $11::bigint[]) WITH ORDINALITY AS line (party_id, purpose, amount_rp, line_no)
       ), opened AS (
         INSERT INTO account (id, party_id, purpose)
         SELECT account_of(party_id, purpose), party_id, purpose FROM line
         WHERE (SELECT id FROM account WHERE id = account_of(line.party_id, line.purpose)) IS NULL ORDER BY party_id, purpose
         ON CONFLICT (party_id, purpose) DO NOTHING
       ), entry AS (
         INSERT INTO journal (id, business_key, kind, pool_id, reference, posted_at, effective_at, reverses_id, reason)
         SELECT $1, $2, $3, $4, $5, now, coalesce($6, now), $7, $8 FROM (SELECT clock_timestamp() AS now) AS moment
         ON CONFLICT (business_key) DO NOTHING RETURNING id
       )
       INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
       SELECT entry.id, line_no, account_of(party_id, purpose), amount_rp FROM entry CROSS JOIN line`,
      [
        journal.id,
        journal.businessKey,
        journal.kind,
        journal.poolId,
        journal.reference,
        journal.effectiveAt,
        journal.reversesId,
        journal.reason,
        postings.map((posting) => posting.partyId),
        postings.map((posting) => posting.purpose),
        postings.map((posting) => posting.amountRp),
      ],
    );
    return touched > 0;
  }

  /** One at a time takes a journal back. */
  async lockReversal(tx: Tx, journalId: string): Promise<void> {
    await tx.first('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ledger.reverse:${journalId}`]);
  }
}
