import { Injectable } from '@nestjs/common';
import type { AccountPurpose, Posting } from '../../core/ledger/post-journal.js';
import type { Sql } from '../../platform/db/sql.js';

export interface KeptJournal {
  readonly id: string;
  readonly kind: string;
  /** In the order they were posted. */
  readonly postings: Posting[];
}

export interface BalanceRow {
  readonly purpose: AccountPurpose;
  readonly debitRp: number;
  readonly creditRp: number;
  readonly balanceRp: number;
}

const BALANCE = `purpose, coalesce(sum(amount_rp) FILTER (WHERE amount_rp > 0), 0)::bigint AS debit_rp,
  coalesce(-sum(amount_rp) FILTER (WHERE amount_rp < 0), 0)::bigint AS credit_rp, sum(amount_rp)::bigint AS balance_rp`;

@Injectable()
export class LedgerReader {
  async journalByKey(sql: Sql, businessKey: string): Promise<KeptJournal | undefined> {
    const rows = await sql.rows<Posting & { id: string; kind: string }>(
      `SELECT journal.id, kind, party_id, purpose, amount_rp
       FROM journal JOIN posting ON journal_id = journal.id JOIN account ON account.id = account_id
       WHERE business_key = $1 ORDER BY line_no`,
      [businessKey],
    );
    const [first] = rows;
    if (first === undefined) return undefined;
    return {
      id: first.id,
      kind: first.kind,
      postings: rows.map(({ partyId, purpose, amountRp }) => ({ partyId, purpose, amountRp })),
    };
  }

  /** What one party's accounts hold; debits are positive. */
  balancesOf(sql: Sql, partyId: string): Promise<BalanceRow[]> {
    return sql.rows(
      `SELECT ${BALANCE} FROM account JOIN posting ON account_id = account.id WHERE party_id = $1 GROUP BY purpose ORDER BY purpose`,
      [partyId],
    );
  }

  /** All books together, by purpose: no party's own amounts show. */
  trialBalance(sql: Sql): Promise<BalanceRow[]> {
    return sql.rows(
      `SELECT ${BALANCE} FROM account JOIN posting ON account_id = account.id GROUP BY purpose ORDER BY purpose`,
    );
  }

  async journalCount(sql: Sql): Promise<number> {
    const row = await sql.first<{ count: number }>('SELECT count(*) FROM journal');
    return row?.count ?? 0;
  }
}
