import type { CheckOutcome, NightlyCheck } from '../../core/ledger/nightly-checks.js';
import type { Sql, Tx } from '../../platform/db/sql.js';

export interface BookFault {
  readonly view: string;
  readonly subject: string;
  readonly detail: string;
}

export interface NewCheck {
  readonly id: string;
  readonly checkName: string;
  readonly day: string;
  readonly outcome: CheckOutcome;
  readonly views: readonly string[];
  readonly failureCount: number;
  /** The first of them. */
  readonly failures: readonly BookFault[];
}

/** Looks at the books for the nightly checks, and keeps what was found. */
export class CheckStore {
  /** Which of the checks, by the views there are, have not run on this civil day (UTC+7, the database's clock). */
  dueToday(sql: Sql, checks: readonly NightlyCheck[]): Promise<{ day: string; name: string }[]> {
    return sql.rows(
      `SELECT ledger_day(clock_timestamp()) AS day, wanted.name
       FROM unnest($1::text[], $2::text[]) AS wanted (name, views)
       WHERE NOT EXISTS (SELECT FROM ledger_check WHERE check_name = wanted.name AND day = ledger_day(clock_timestamp()))
         AND EXISTS (SELECT FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
           AND starts_with(relname::text, wanted.views))`,
      [checks.map(({ name }) => name), checks.map(({ views }) => views)],
    );
  }

  /** True when it is this transaction's to run the checks; they may take as long as they need. */
  async takeTurn(tx: Tx): Promise<boolean> {
    const row = await tx.first<{ taken: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('ledger.nightly-checks', 0)) AS taken,
         set_config('statement_timeout', '900000', true)`,
    );
    return row?.taken === true;
  }

  /** Every view that was looked at, and every row that was found in one. */
  async look(tx: Tx, prefix: string): Promise<{ views: string[]; faults: BookFault[] }> {
    const rows = await tx.rows<{ view: string; subject: string | null; detail: string | null }>(
      'SELECT view_name AS view, subject, detail FROM look_at_books($1)',
      [prefix],
    );
    return {
      views: [...new Set(rows.map(({ view }) => view))],
      faults: rows.flatMap(({ view, subject, detail }) =>
        subject === null && detail === null ? [] : [{ view, subject: subject ?? '', detail: detail ?? '' }],
      ),
    };
  }

  /** False when the check has run on that day. */
  async insert(tx: Tx, check: NewCheck): Promise<boolean> {
    const touched = await tx.change(
      `INSERT INTO ledger_check (id, check_name, day, outcome, views, failure_count, failures)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (check_name, day) DO NOTHING`,
      [
        check.id,
        check.checkName,
        check.day,
        check.outcome,
        check.views,
        check.failureCount,
        JSON.stringify(check.failures),
      ],
    );
    return touched === 1;
  }
}
