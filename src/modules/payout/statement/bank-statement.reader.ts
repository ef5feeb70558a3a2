import { Injectable } from '@nestjs/common';
import { matchLine } from '../../../core/payout/statement/match-line.js';
import { refusePayout } from '../../../core/payout/refusals.js';
import type { Sql } from '../../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../../platform/http/page.js';
import type {
  BankLinePage,
  BankLineView,
  LinesQuery,
  BankStatementPage,
  BankStatementView,
} from './bank-statement.dto.js';
import { BankStatementStore } from './bank-statement.store.js';

const STATEMENT = `SELECT id, format, lines, new_lines, first_day, last_day, imported_at FROM bank_statement`;

/** Answers about a party's bank statements, for its own people. */
@Injectable()
export class BankStatementReader {
  constructor(private readonly store: BankStatementStore) {}

  async page(sql: Sql, partyId: string, query: PageQuery): Promise<BankStatementPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<BankStatementView>(
      `${STATEMENT} WHERE party_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  async one(sql: Sql, statementId: string): Promise<BankStatementView> {
    const row = await sql.first<BankStatementView>(`${STATEMENT} WHERE id = $1`, [statementId]);
    if (row === undefined) throw refusePayout('BANK_LINE_NOT_FOUND');
    return row;
  }

  /** Movements, the newest import first; those that wait with what they may have been. */
  async lines(sql: Sql, partyId: string, query: LinesQuery): Promise<BankLinePage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<Omit<BankLineView, 'suggestions'>>(
      `SELECT id, booked_on, amount_rp, sen, text, state, resolved_as, resolved_id, version FROM bank_line
       WHERE party_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [partyId, query.state ?? null, query.cursor ?? null, limit + 1],
    );
    const waiting = rows.filter(({ state }) => state !== 'resolved');
    const candidates = waiting.length === 0 ? [] : await this.store.candidates(sql, partyId, waiting);
    const nameOf = new Map(candidates.map(({ id, partyName }) => [id, partyName]));
    const shown = rows.map((row) => {
      const found = row.state === 'resolved' ? undefined : matchLine(row, candidates);
      const suggestions =
        found?.outcome === 'suggested'
          ? [...found.candidates]
          : found?.outcome === 'matched'
            ? [found.candidate]
            : [];
      return {
        ...row,
        suggestions: suggestions.map(({ kind, id, amountRp }) => ({
          ...{ kind, id, amountRp },
          partyName: nameOf.get(id) ?? '',
        })),
      };
    });
    return pageOf(shown, limit, ({ id }) => id);
  }
}
