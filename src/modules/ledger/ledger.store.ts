import type { Posting } from '../../core/ledger/post-journal.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

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
   * Writes a journal with its postings in one statement: a hot account is no place to wait for each other's round
   * trips. `there`: one of that business key is there already; `accounts`: an account is missing, nothing was written.
   */
  async insert(
    tx: Tx,
    journal: NewJournal,
    postings: readonly Posting[],
  ): Promise<'written' | 'there' | 'accounts'> {
    const row = await tx.first<{ isComplete: boolean; lines: number }>(
      `WITH line AS (
         SELECT * FROM unnest($9::uuid[], $10::text[], $11::bigint[]) WITH ORDINALITY AS line (party_id, purpose, amount_rp, line_no)
       ), found AS MATERIALIZED (
         SELECT line_no, account.id AS account_id, amount_rp FROM line JOIN account USING (party_id, purpose)
       ), moment AS MATERIALIZED (
         SELECT clock_timestamp() AS now, (SELECT count(*) FROM found) = cardinality($9::uuid[]) AS is_complete
       ), entry AS (
         INSERT INTO journal (id, business_key, kind, pool_id, reference, posted_at, effective_at, reverses_id, reason)
         SELECT $1, $2, $3, $4, $5, now, coalesce($6, now), $7, $8 FROM moment WHERE is_complete
         ON CONFLICT (business_key) DO NOTHING RETURNING id
       ), posted AS (
         INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
         SELECT entry.id, line_no, account_id, amount_rp FROM entry CROSS JOIN found RETURNING line_no
       )
       SELECT is_complete, (SELECT count(*) FROM posted) AS lines FROM moment`,
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
    if (row?.isComplete !== true) return 'accounts';
    return row.lines > 0 ? 'written' : 'there';
  }

  /** Makes the accounts that are missing, in a fixed order: two that make the same ones do not deadlock. */
  async openAccounts(tx: Tx, postings: readonly Posting[]): Promise<void> {
    await tx.change(
      `INSERT INTO account (id, party_id, purpose)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS wanted (id, party_id, purpose)
       WHERE NOT EXISTS (SELECT FROM account WHERE account.party_id = wanted.party_id AND account.purpose = wanted.purpose)
       ORDER BY party_id, purpose
       ON CONFLICT (party_id, purpose) DO NOTHING`,
      [
        postings.map(() => newId()),
        postings.map((posting) => posting.partyId),
        postings.map((posting) => posting.purpose),
      ],
    );
  }

  /** One at a time takes a journal back. */
  async lockReversal(tx: Tx, journalId: string): Promise<void> {
    await tx.first('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ledger.reverse:${journalId}`]);
  }
}
