import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

export interface PatronageSums {
  readonly purchasesRp: number;
  readonly salesRp: number;
}

export interface PatronageRow extends PatronageSums {
  readonly koperasiId: string;
  readonly code: string;
  readonly name: string;
}

export interface OwnPatronageRow extends PatronageSums {
  readonly organiserId: string;
  readonly organiserName: string;
}

/** Whose year it is; of a page what comes after one id, and how much of it. */
export interface PatronagePage {
  readonly partyId: string;
  readonly year: number;
  readonly after?: string | null;
  /** Left out: all. */
  readonly limit?: number;
}

/** `$2` is the year; practice pools count for nothing. */
const SUMS = `
  coalesce(sum(amount_rp) FILTER (WHERE account.purpose = 'purchases'), 0)::bigint AS purchases_rp,
  coalesce(-sum(amount_rp) FILTER (WHERE account.purpose = 'sales'), 0)::bigint AS sales_rp
  FROM pool JOIN journal ON journal.pool_id = pool.id JOIN posting ON journal_id = journal.id
  JOIN account ON account.id = account_id JOIN party ON party.id = party_id
  JOIN party AS organiser ON organiser.id = organiser_id`;
const COUNTS = `pool.purpose <> 'practice' AND party.kind = 'koperasi' AND account.purpose IN ('purchases', 'sales')
  AND journal.kind NOT IN ('invoice-tax', 'invoice-freight') AND effective_at >= make_timestamptz($2::int, 1, 1, 0, 0, 0, 'Asia/Jakarta')
  AND effective_at < make_timestamptz($2::int + 1, 1, 1, 0, 0, 0, 'Asia/Jakarta')`;
const AFTER = (table: string): string =>
  `($3::uuid IS NULL OR (${table}.name, ${table}.id) > (SELECT name, id FROM party AS last WHERE last.id = $3))`;

/**
 * What koperasi bought and sold in organisers' pools in a civil year (UTC+7), credits taken off, tax included, after
 * their books: the measure by which a surplus is shared (SHU). Practice pools count for nothing.
 */
@Injectable()
export class PatronageReader {
  /** Of each koperasi in an organiser's pools. */
  ofYear(sql: Sql, { partyId, year, after = null, limit }: PatronagePage): Promise<PatronageRow[]> {
    return sql.rows(
      `SELECT party.id AS koperasi_id, party.code, party.name, ${SUMS}
       WHERE organiser_id = $1 AND ${COUNTS} AND ${AFTER('party')}
       GROUP BY party.id ORDER BY party.name, party.id LIMIT $4`,
      [partyId, year, after, limit ?? null],
    );
  }

  /** Of one koperasi, by the organiser of the pools. */
  ofKoperasi(sql: Sql, { partyId, year, after = null, limit }: PatronagePage): Promise<OwnPatronageRow[]> {
    return sql.rows(
      `SELECT organiser.id AS organiser_id, organiser.name AS organiser_name, ${SUMS}
       WHERE party_id = $1 AND ${COUNTS} AND ${AFTER('organiser')}
       GROUP BY organiser.id ORDER BY organiser.name, organiser.id LIMIT $4`,
      [partyId, year, after, limit ?? null],
    );
  }

  /** Of all of them together, on whatever page. */
  async sums(
    sql: Sql,
    whose: 'organiser_id' | 'party_id',
    { partyId, year }: PatronagePage,
  ): Promise<PatronageSums> {
    const row = await sql.first<PatronageSums>(`SELECT ${SUMS} WHERE ${whose} = $1 AND ${COUNTS}`, [
      partyId,
      year,
    ]);
    return row ?? { purchasesRp: 0, salesRp: 0 };
  }
}
