import { Injectable } from '@nestjs/common';
import type { Candidate } from '../../../core/payout/statement/match-line.js';
import type { Statement, StatementLine } from '../../../core/payout/statement/statement.js';
import { referencesIn } from '../../../core/payment/transfer-reference.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { keyLines } from './line-key.js';

/** Of what has merely a line's amount so much is offered at most. */
const MOST_SUGGESTED = 5_000;

export interface NewStatement {
  readonly id: string;
  readonly partyId: string;
  readonly accountId: string;
  readonly sha256: Buffer;
  readonly importedBy: string;
  readonly statement: Statement;
}

/** With the other party to it, for people. */
export type NamedCandidate = Candidate & { readonly partyName: string };

/** A line that was not there before. */
export interface NewLine {
  readonly id: string;
  readonly bookedOn: string;
  readonly amountRp: number;
  readonly sen: number;
  readonly text: string;
}

export interface LockedLine extends NewLine {
  readonly state: 'open' | 'suspense' | 'resolved';
  /** What it was booked as while nobody knew what it was; null: nothing. */
  readonly suspenseJournalId: string | null;
  readonly version: number;
}

export type ResolvedAs =
  'due' | 'payout' | 'return' | 'transfer' | 'gateway' | 'not-ours' | 'money-back' | 'credit';

export interface Resolution {
  readonly as: ResolvedAs;
  readonly id: string | null;
  /** Null: the statement itself told. */
  readonly by: string | null;
}

/** Writes what banks say: statements once per file, movements once each. */
@Injectable()
export class BankStatementStore {
  /** Lines of one party are booked one after the other, or two that overlap would be one payout's twice. */
  async lockParty(tx: Tx, partyId: string): Promise<void> {
    await tx.first(`SELECT pg_advisory_xact_lock(hashtextextended('bank statement ' || $1, 0))`, [partyId]);
  }

  /** The civil day by which banks keep their books, WIB. */
  async today(tx: Tx): Promise<string> {
    const row = await tx.first<{ today: string }>(
      `SELECT (clock_timestamp() AT TIME ZONE 'Asia/Jakarta')::date AS today`,
    );
    return row?.today ?? '';
  }

  async imported(tx: Tx, accountId: string, sha256: Buffer): Promise<string | undefined> {
    const row = await tx.first<{ id: string }>(
      'SELECT id FROM bank_statement WHERE account_id = $1 AND sha256 = $2',
      [accountId, sha256],
    );
    return row?.id;
  }

  /** Lines that no earlier file had, the oldest first. */
  async keysThere(tx: Tx, accountId: string, keys: readonly Buffer[]): Promise<Set<string>> {
    const rows = await tx.rows<{ key: string }>(
      `SELECT encode(line_key, 'hex') AS key FROM bank_line WHERE account_id = $1 AND line_key = ANY ($2::bytea[])`,
      [accountId, keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async insert(tx: Tx, { id, statement, ...file }: NewStatement): Promise<NewLine[]> {
    const { lines } = statement;
    const keys = keyLines(lines);
    const there = await this.keysThere(tx, file.accountId, keys);
    const fresh = lines.flatMap((line, place) => {
      const key = keys[place];
      return key === undefined || there.has(key.toString('hex')) ? [] : [{ ...line, key, id: newId() }];
    });
    const days = lines.map(({ bookedOn }) => bookedOn).sort();
    await tx.change(
      `INSERT INTO bank_statement (id, party_id, account_id, format, sha256, lines, new_lines, first_day, last_day, imported_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, file.partyId, file.accountId, statement.format, file.sha256, lines.length, fresh.length],
        ...[days[0], days.at(-1), file.importedBy],
      ],
    );
    await this.insertLines(tx, id, file, fresh);
    return fresh;
  }

  private async insertLines(
    tx: Tx,
    statementId: string,
    file: { readonly partyId: string; readonly accountId: string },
    lines: readonly (StatementLine & { readonly id: string; readonly key: Buffer })[],
  ): Promise<void> {
    await tx.change(
      `INSERT INTO bank_line (statement_id, party_id, account_id, id, line_key, booked_on, amount_rp, sen, text, state)
       SELECT $1, $2, $3, *, 'open'
       FROM unnest($4::uuid[], $5::bytea[], $6::date[], $7::bigint[], $8::smallint[], $9::text[])`,
      [
        ...[statementId, file.partyId, file.accountId],
        lines.map(({ id }) => id),
        lines.map(({ key }) => key),
        lines.map(({ bookedOn }) => bookedOn),
        lines.map(({ amountRp }) => amountRp),
        lines.map(({ sen }) => sen),
        lines.map(({ text }) => text),
      ],
    );
  }

  /** Locks the dues that lines name, in the order of their ids: nobody confirms a transfer for one meanwhile. */
  async lockNamed(tx: Tx, partyId: string, lines: readonly Pick<NewLine, 'text'>[]): Promise<void> {
    await tx.rows(
      `SELECT id FROM due WHERE payee_id = $1 AND state = 'open'
         AND 'SPK' || upper(right(replace(id::text, '-', ''), 10)) = ANY ($2::text[]) ORDER BY id FOR UPDATE`,
      [partyId, lines.flatMap(({ text }) => referencesIn(text))],
    );
  }

  /**
   * What these lines may have been, by reference or by amount: dues, payouts of the party and to it, and transfers that
   * their payees have confirmed; of what is booked already, what no line of the party has proved yet. A payout that
   * came back, or that somebody said failed, is known by its reference alone: an amount has come and gone too often. The gateway pays
   * from what it holds: its payouts leave no account of the payer's.
   */
  candidates(
    sql: Sql,
    partyId: string,
    lines: readonly Pick<NewLine, 'text' | 'amountRp'>[],
  ): Promise<NamedCandidate[]> {
    const sizes = lines.map(({ amountRp }) => Math.abs(amountRp)).filter((rp) => rp > 0);
    return this.find(sql, partyId, lines, sizes, MOST_SUGGESTED);
  }

  /** Those of them that the lines name: all of them, however much else has their amounts. */
  namedCandidates(
    sql: Sql,
    partyId: string,
    lines: readonly Pick<NewLine, 'text'>[],
  ): Promise<NamedCandidate[]> {
    return this.find(sql, partyId, lines, [], null);
  }

  private find(
    sql: Sql,
    partyId: string,
    lines: readonly Pick<NewLine, 'text'>[],
    sizes: readonly number[],
    most: number | null,
  ): Promise<NamedCandidate[]> {
    return sql.rows(
      `SELECT kind, id, reference_of, is_incoming, amount_rp, is_booked,
         (SELECT name FROM party WHERE party.id = other_id) AS party_name FROM (
         SELECT 'due' AS kind, id, id AS reference_of, true AS is_incoming, amount_rp - covered_rp AS amount_rp, false AS is_booked,
           true AS is_known_by_amount, payer_id AS other_id
         FROM due WHERE payee_id = $1 AND state = 'open'
         UNION ALL
         SELECT 'payout', id, id, payee_id = $1, amount_rp, state IN ('paid', 'returned'), state IN ('approved', 'sent'),
           CASE payee_id WHEN $1 THEN payer_id ELSE payee_id END FROM payout
         WHERE (payee_id = $1 OR (payer_id = $1 AND method = 'transfer')) AND state IN ('approved', 'sent', 'paid', 'failed', 'returned')
         UNION ALL
         SELECT 'return', id, id, true, amount_rp, state = 'returned', false, payee_id FROM payout
         WHERE payer_id = $1 AND method = 'transfer' AND state IN ('approved', 'sent', 'paid', 'failed', 'returned')
         UNION ALL
         SELECT 'transfer', due_transfer.id, due.id, payee_id = $1, due_transfer.amount_rp, true, false,
           CASE payee_id WHEN $1 THEN payer_id ELSE payee_id END
         FROM due_transfer JOIN due ON due.id = due_id
         WHERE $1 IN (payer_id, payee_id) AND due_transfer.state = 'confirmed'
       ) AS candidate
       CROSS JOIN LATERAL (
         SELECT 'SPK' || upper(right(replace(reference_of::text, '-', ''), 10)) = ANY ($2::text[]) AS is_named
       ) AS told
       WHERE (is_named OR is_known_by_amount AND amount_rp = ANY ($3::bigint[]))
         AND NOT (kind <> 'due' AND EXISTS (SELECT FROM bank_line
           WHERE bank_line.party_id = $1 AND resolved_as = candidate.kind AND resolved_id = candidate.id))
       ORDER BY is_named DESC, kind, id LIMIT $4`,
      [partyId, lines.flatMap(({ text }) => referencesIn(text)), sizes, most],
    );
  }

  /** A transfer of the party or to it that its payee has confirmed. */
  confirmedTransfer(
    tx: Tx,
    partyId: string,
    transferId: string,
  ): Promise<Pick<Candidate, 'amountRp' | 'isIncoming'> | undefined> {
    return tx.first(
      `SELECT due_transfer.amount_rp, payee_id = $1 AS is_incoming FROM due_transfer JOIN due ON due.id = due_id
       WHERE due_transfer.id = $2 AND $1 IN (payer_id, payee_id) AND due_transfer.state = 'confirmed'`,
      [partyId, transferId],
    );
  }

  /** Whether a line of the party is of it already. */
  async isProved(
    tx: Tx,
    partyId: string,
    as: 'payout' | 'return' | 'transfer',
    id: string,
  ): Promise<boolean> {
    const line = await tx.first(
      'SELECT id FROM bank_line WHERE party_id = $1 AND resolved_as = $2 AND resolved_id = $3',
      [partyId, as, id],
    );
    return line !== undefined;
  }

  lock(tx: Tx, partyId: string, lineId: string): Promise<LockedLine | undefined> {
    return tx.first(
      `SELECT id, booked_on, amount_rp, sen, text, state, suspense_journal_id, version FROM bank_line WHERE id = $2 AND party_id = $1 FOR UPDATE`,
      [partyId, lineId],
    );
  }

  async markSuspense(tx: Tx, lineId: string, journalId: string): Promise<void> {
    await tx.change(
      `UPDATE bank_line SET state = 'suspense', suspense_journal_id = $2, version = version + 1 WHERE id = $1`,
      [lineId, journalId],
    );
  }

  async markResolved(tx: Tx, lineId: string, { as, id, by }: Resolution): Promise<void> {
    await tx.change(
      `UPDATE bank_line SET state = 'resolved', resolved_as = $2, resolved_id = $3, resolved_by = $4,
         resolved_at = clock_timestamp(), version = version + 1 WHERE id = $1`,
      [lineId, as, id, by],
    );
  }
}
