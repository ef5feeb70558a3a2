import type { Posting } from '../../core/ledger/post-journal.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

export interface NewJournal {
  readonly id: string;
  readonly businessKey: string;
  readonly kind: string;
}

/** Writes journals: once each, never changed. */
export class LedgerStore {
  /** True when this transaction wrote the journal; false when one of that business key is there already. */
  async insertJournal(tx: Tx, journal: NewJournal): Promise<boolean> {
    const touched = await tx.change(
      'INSERT INTO journal (id, business_key, kind) VALUES ($1, $2, $3) ON CONFLICT (business_key) DO NOTHING',
      [journal.id, journal.businessKey, journal.kind],
    );
    return touched === 1;
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

  async insertPostings(tx: Tx, journalId: string, postings: readonly Posting[]): Promise<void> {
    await tx.change(
      `INSERT INTO posting (journal_id, line_no, account_id, amount_rp)
       SELECT $1, line_no, account.id, amount_rp
       FROM unnest($2::uuid[], $3::text[], $4::bigint[]) WITH ORDINALITY AS line (party_id, purpose, amount_rp, line_no)
       JOIN account USING (party_id, purpose)`,
      [
        journalId,
        postings.map((posting) => posting.partyId),
        postings.map((posting) => posting.purpose),
        postings.map((posting) => posting.amountRp),
      ],
    );
  }
}
