import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

export interface PatronageRow {
  readonly koperasiId: string;
  readonly code: string;
  readonly name: string;
  readonly purchasesRp: number;
  readonly salesRp: number;
}

export interface OwnPatronageRow {
  readonly organiserId: string;
  readonly organiserName: string;
  readonly purchasesRp: number;
  readonly salesRp: number;
}

/** `$2` is the year; practice pools count for nothing. */
const SUMS = `
  coalesce(sum(amount_rp) FILTER (WHERE account.purpose = 'purchases'), 0)::bigint AS purchases_rp,
  coalesce(-sum(amount_rp) FILTER (WHERE account.purpose = 'sales'), 0)::bigint AS sales_rp
  FROM pool JOIN journal ON journal.pool_id = pool.id JOIN posting ON journal_id = journal.id
  JOIN account ON account.id = account_id JOIN party ON party.id = party_id`;
const COUNTS = `pool.purpose <> 'practice' AND party.kind = 'koperasi' AND account.purpose IN ('purchases', 'sales')
  AND journal.kind <> 'invoice-tax' AND effective_at >= make_timestamptz($2::int, 1, 1, 0, 0, 0, 'Asia/Jakarta')
  AND effective_at < make_timestamptz($2::int + 1, 1, 1, 0, 0, 0, 'Asia/Jakarta')`;

@Injectable()
export class PatronageReader {
  /**
   * What each koperasi bought and sold in an organiser's pools in a civil year (UTC+7), credits taken off, tax
   * included, after its books: the measure by which a surplus is shared (SHU). Practice pools count for nothing.
   */
  ofYear(sql: Sql, organiserId: string, year: number): Promise<PatronageRow[]> {
    return sql.rows(
      `SELECT party.id AS koperasi_id, party.code, party.name, ${SUMS} WHERE organiser_id = $1 AND ${COUNTS}
       GROUP BY party.id ORDER BY party.name, party.id`,
      [organiserId, year],
    );
  }

  /** The same of one koperasi, by the organiser of the pools. */
  ofKoperasi(sql: Sql, koperasiId: string, year: number): Promise<OwnPatronageRow[]> {
    return sql.rows(
      `SELECT organiser_id, (SELECT name FROM party AS organiser WHERE organiser.id = organiser_id) AS organiser_name,
         ${SUMS} WHERE party_id = $1 AND ${COUNTS} GROUP BY organiser_id ORDER BY organiser_name, organiser_id`,
      [koperasiId, year],
    );
  }
}
