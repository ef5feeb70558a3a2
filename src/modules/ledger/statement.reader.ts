import { Injectable } from '@nestjs/common';
import type { Opening, StatementPosting } from '../../core/ledger/write-statement.js';
import type { Sql } from '../../platform/db/sql.js';
import { days } from './ledger.reader.js';

export interface StatementParty {
  readonly code: string;
  readonly name: string;
}

export interface Counterparty {
  readonly journalId: string;
  readonly partyId: string;
  readonly name: string;
}

@Injectable()
export class StatementReader {
  partyOf(sql: Sql, partyId: string): Promise<StatementParty | undefined> {
    return sql.first('SELECT code, name FROM party WHERE id = $1', [partyId]);
  }

  /** What stood on each account before a civil day. */
  openings(sql: Sql, partyId: string, from: string): Promise<Opening[]> {
    return sql.rows(
      `SELECT purpose, (sum(debit_rp) - sum(credit_rp))::bigint AS balance_rp
       FROM ${days('party_id = $1 AND day < $2')} GROUP BY purpose ORDER BY purpose`,
      [partyId, from],
    );
  }

  /** The party's own postings of civil days (UTC+7), in the order of the moments they are about. */
  postings(sql: Sql, partyId: string, from: string, to: string, limit: number): Promise<StatementPosting[]> {
    return sql.rows(
      `SELECT journal_id, kind, business_key, reference, reverses_id, effective_at, posted_at, purpose, amount_rp
       FROM account JOIN posting ON account_id = account.id JOIN journal ON journal.id = journal_id
       WHERE party_id = $1 AND effective_at >= $2::date::timestamp AT TIME ZONE 'Asia/Jakarta'
         AND effective_at < ($3::date + 1)::timestamp AT TIME ZONE 'Asia/Jakarta'
       ORDER BY effective_at, journal_id, line_no LIMIT $4`,
      [partyId, from, to, limit],
    );
  }

  /** Who else is party to journals: names, which are public, and no amounts. */
  counterparties(sql: Sql, partyId: string, journalIds: readonly string[]): Promise<Counterparty[]> {
    return sql.rows(
      `SELECT DISTINCT journal_id, party.id AS party_id, party.name
       FROM posting JOIN account ON account.id = account_id JOIN party ON party.id = party_id
       WHERE journal_id = ANY ($1::uuid[]) AND party_id <> $2 ORDER BY journal_id, name, party_id`,
      [[...new Set(journalIds)], partyId],
    );
  }
}
