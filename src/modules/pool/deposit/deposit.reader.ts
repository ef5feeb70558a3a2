import type { PoolState } from '../../../core/pool/pool-state.js';
import type { Sql } from '../../../platform/db/sql.js';

export interface DepositStandRow {
  readonly id: string;
  readonly koperasiId: string;
  readonly koperasiName: string;
  readonly requiredRp: number;
  readonly paidRp: number;
  readonly carriedInRp: number;
  readonly carriedOutRp: number;
  readonly heldRp: number;
  readonly appliedRp: number;
  readonly forfeitedRp: number;
  readonly backRp: number;
  readonly returnedRp: number;
  readonly openDueId: string | null;
  readonly missingRp: number;
  readonly returnDueAt: Date | null;
}

export interface OwnDepositRow extends DepositStandRow {
  readonly poolId: string;
  readonly poolTitle: string;
  readonly poolState: PoolState;
  readonly organiserId: string;
  readonly organiserName: string;
  readonly carriesTo: string | null;
}

const STAND = `deposit.id, koperasi_id, party.name AS koperasi_name, required_rp, paid_rp, carried_in_rp, carried_out_rp,
  held_rp, applied_rp, forfeited_rp, back_rp, returned_rp, asked.id AS open_due_id,
  coalesce(asked.amount_rp - asked.covered_rp, 0)::bigint AS missing_rp,
  (SELECT min(due_at) FROM pool_deposit_due AS part JOIN due ON due.id = due_id
   WHERE part.deposit_id = deposit.id AND part.kind = 'deposit-return' AND due.state = 'open') AS return_due_at`;

const ASKED = `LEFT JOIN LATERAL (
    SELECT due.id, amount_rp, covered_rp FROM pool_deposit_due AS part JOIN due ON due.id = due_id
    WHERE part.deposit_id = deposit.id AND part.kind = 'deposit' AND due.state = 'open' LIMIT 1
  ) AS asked ON true`;

/** Answers about deposits. */
export class DepositReader {
  /** A page of a pool's deposits: of these koperasi, or of all when `koperasiIds` is null. */
  page(
    sql: Sql,
    poolId: string,
    koperasiIds: readonly string[] | null,
    cursor: string | null,
    limit: number,
  ): Promise<DepositStandRow[]> {
    return sql.rows(
      `SELECT ${STAND} FROM pool_deposit_sum AS deposit JOIN party ON party.id = koperasi_id ${ASKED}
       WHERE pool_id = $1 AND ($2::uuid[] IS NULL OR koperasi_id = ANY ($2)) AND ($3::uuid IS NULL OR deposit.id > $3)
       ORDER BY deposit.id LIMIT $4`,
      [poolId, koperasiIds, cursor, limit],
    );
  }

  /** What is held of all deposits of a koperasi. */
  async heldOf(sql: Sql, koperasiId: string): Promise<number> {
    const row = await sql.first<{ heldRp: number }>(
      'SELECT coalesce(sum(held_rp), 0)::bigint AS held_rp FROM pool_deposit_sum WHERE koperasi_id = $1',
      [koperasiId],
    );
    return row?.heldRp ?? 0;
  }

  /** A page of a koperasi's deposits over all pools, the newest first. */
  ofKoperasi(sql: Sql, koperasiId: string, cursor: string | null, limit: number): Promise<OwnDepositRow[]> {
    return sql.rows(
      `SELECT ${STAND}, pool_id, pool.title AS pool_title, pool.state AS pool_state, organiser_id,
         (SELECT name FROM party AS organiser WHERE organiser.id = organiser_id) AS organiser_name,
         (SELECT other.title FROM deposit_carry JOIN pool AS other ON other.id = to_pool_id
          WHERE from_id = deposit.id AND carried_at IS NULL ORDER BY asked_at DESC LIMIT 1) AS carries_to
       FROM pool_deposit_sum AS deposit JOIN party ON party.id = koperasi_id JOIN pool ON pool.id = pool_id ${ASKED}
       WHERE koperasi_id = $1 AND ($2::uuid IS NULL OR deposit.id < $2) ORDER BY deposit.id DESC LIMIT $3`,
      [koperasiId, cursor, limit],
    );
  }
}
