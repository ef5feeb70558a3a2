import { Injectable } from '@nestjs/common';
import type { AccountPurpose, Posting } from '../../core/ledger/post-journal.js';
import type { Sql } from '../../platform/db/sql.js';

export interface KeptJournal {
  readonly id: string;
  readonly businessKey: string;
  readonly kind: string;
  readonly reversesId: string | null;
  readonly poolId: string | null;
  readonly reference: string | null;
  /** In the order they were posted. */
  readonly postings: Posting[];
}

export interface BalanceRow {
  readonly purpose: AccountPurpose;
  readonly debitRp: number;
  readonly creditRp: number;
  readonly balanceRp: number;
}

type KeptPosting = Posting & Omit<KeptJournal, 'postings'>;

const JOURNAL = `SELECT journal.id, business_key, kind, reverses_id, pool_id, reference, party_id, purpose, amount_rp
  FROM journal JOIN posting ON journal_id = journal.id JOIN account ON account.id = account_id`;

const toJournal = (rows: readonly KeptPosting[]): KeptJournal | undefined => {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { id, businessKey, kind, reversesId, poolId, reference } = first;
  const postings = rows.map(({ partyId, purpose, amountRp }) => ({ partyId, purpose, amountRp }));
  return { id, businessKey, kind, reversesId, poolId, reference, postings };
};

const SUMS = `sum(debit_rp)::bigint AS debit_rp, sum(credit_rp)::bigint AS credit_rp,
  (sum(debit_rp) - sum(credit_rp))::bigint AS balance_rp`;

/** Days that are rolled up, and the tail that is not yet: in one statement, so that no row is in both or in neither. */
export const days = (condition: string): string => `(
    SELECT purpose, debit_rp, credit_rp FROM account_day WHERE ${condition}
    UNION ALL SELECT purpose, greatest(amount_rp, 0), greatest(-amount_rp, 0)
    FROM posting_tail JOIN account ON account.id = account_id WHERE ${condition}) AS part`;

@Injectable()
export class LedgerReader {
  async journalByKey(sql: Sql, businessKey: string): Promise<KeptJournal | undefined> {
    return toJournal(await sql.rows(`${JOURNAL} WHERE business_key = $1 ORDER BY line_no`, [businessKey]));
  }

  async journalById(sql: Sql, journalId: string): Promise<KeptJournal | undefined> {
    return toJournal(await sql.rows(`${JOURNAL} WHERE journal.id = $1 ORDER BY line_no`, [journalId]));
  }

  /** What took a journal back, if anything did. */
  reversalOf(sql: Sql, journalId: string): Promise<{ id: string; businessKey: string } | undefined> {
    return sql.first('SELECT id, business_key FROM journal WHERE reverses_id = $1', [journalId]);
  }

  /** What one party's accounts held at the end of a civil day (UTC+7), or hold now; debits are positive. */
  balancesOf(sql: Sql, partyId: string, on: string | null = null): Promise<BalanceRow[]> {
    return sql.rows(
      `SELECT purpose, ${SUMS} FROM ${days(`party_id = $1 AND day <= coalesce($2::date, 'infinity')`)} GROUP BY purpose ORDER BY purpose`,
      [partyId, on],
    );
  }

  /** All books together, by purpose: no party's own amounts show. */
  trialBalance(sql: Sql, on: string | null = null): Promise<BalanceRow[]> {
    return sql.rows(
      `SELECT purpose, ${SUMS} FROM ${days(`day <= coalesce($1::date, 'infinity')`)} GROUP BY purpose ORDER BY purpose`,
      [on],
    );
  }

  async journalCount(sql: Sql, on: string | null = null): Promise<number> {
    const row = await sql.first<{ count: number }>(
      `SELECT count(*) FROM journal WHERE $1::date IS NULL OR effective_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Jakarta'`,
      [on],
    );
    return row?.count ?? 0;
  }

  /** What stands on an account and what of it is held, in rupiah. */
  async availabilityOf(
    sql: Sql,
    partyId: string,
    purpose: AccountPurpose,
  ): Promise<{ balanceRp: number; pendingRp: number }> {
    const row = await sql.first<{ balanceRp: number; pendingRp: number }>(
      `SELECT (SELECT coalesce(sum(debit_rp) - sum(credit_rp), 0)::bigint FROM ${days('party_id = $1 AND purpose = $2')}) AS balance_rp,
         (SELECT coalesce(sum(amount_rp), 0)::bigint FROM ledger_hold
          WHERE party_id = $1 AND purpose = $2 AND state = 'pending') AS pending_rp`,
      [partyId, purpose],
    );
    return row ?? { balanceRp: 0, pendingRp: 0 };
  }
}
