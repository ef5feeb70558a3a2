import { Injectable } from '@nestjs/common';
import type { CheckOutcome } from '../../core/ledger/nightly-checks.js';
import type { Sql } from '../../platform/db/sql.js';
import type { BookFault } from './check.store.js';

export interface CheckRow {
  readonly id: string;
  readonly checkName: string;
  readonly day: string;
  readonly outcome: CheckOutcome;
  readonly views: string[];
  readonly failureCount: number;
  readonly failures: BookFault[];
  readonly ranAt: Date;
}

@Injectable()
export class CheckReader {
  /** Ids sort by the moment they were made. */
  page(sql: Sql, cursor: string | null, limit: number): Promise<CheckRow[]> {
    return sql.rows(
      `SELECT id, check_name, day, outcome, views, failure_count, failures, ran_at FROM ledger_check
       WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [cursor, limit],
    );
  }
}
