import { Injectable } from '@nestjs/common';
import type { PoolSide } from '../../core/pool/side.js';
import type { Sql } from '../../platform/db/sql.js';
import { WORST } from './zone.js';

export interface CommitmentLineRow {
  readonly id: string;
  readonly poolId: string;
  readonly itemId: string;
  readonly koperasiId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly minimumPacks: number;
  readonly maxLandedRp: number | null;
  readonly acceptsMerge: boolean;
  readonly requirementLineId: string | null;
  readonly state: 'active' | 'withdrawn';
  readonly version: number;
  /** What it can come to pay per base unit at most, everything included, whatever others do. */
  readonly worstLandedRp: number;
  /** Of its pool. */
  readonly side: PoolSide;
}

export interface CommitmentRevisionRow {
  readonly version: number;
  readonly action: 'placed' | 'amended' | 'withdrawn';
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly minimumPacks: number;
  readonly maxLandedRp: number | null;
  readonly acceptsMerge: boolean;
  readonly madeBy: string;
  readonly madeAt: Date;
}

const COLUMNS = `id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, tolerance_packs,
  minimum_packs, max_landed_rp, accepts_merge, requirement_line_id, state, version,
  ${WORST} AS worst_landed_rp, (SELECT side FROM pool WHERE pool.id = commitment_line.pool_id) AS side`;

@Injectable()
export class CommitmentReader {
  /** All lines of one koperasi in a pool. */
  linesOf(sql: Sql, poolId: string, koperasiId: string): Promise<CommitmentLineRow[]> {
    return sql.rows(
      `SELECT ${COLUMNS} FROM commitment_line WHERE pool_id = $1 AND koperasi_id = $2 ORDER BY id`,
      [poolId, koperasiId],
    );
  }

  /** A page of lines of a pool: of these koperasi, or of all when `koperasiIds` is null. */
  page(
    sql: Sql,
    poolId: string,
    koperasiIds: readonly string[] | null,
    cursor: string | null,
    limit: number,
  ): Promise<CommitmentLineRow[]> {
    return sql.rows(
      `SELECT ${COLUMNS} FROM commitment_line
       WHERE pool_id = $1 AND ($2::uuid[] IS NULL OR koperasi_id = ANY ($2)) AND ($3::uuid IS NULL OR id > $3)
       ORDER BY id LIMIT $4`,
      [poolId, koperasiIds, cursor, limit],
    );
  }

  lineById(sql: Sql, poolId: string, lineId: string): Promise<CommitmentLineRow | undefined> {
    return sql.first(`SELECT ${COLUMNS} FROM commitment_line WHERE id = $2 AND pool_id = $1`, [
      poolId,
      lineId,
    ]);
  }

  historyOf(sql: Sql, lineId: string): Promise<CommitmentRevisionRow[]> {
    return sql.rows(
      `SELECT version, CASE WHEN version = 1 THEN 'placed' WHEN state = 'withdrawn' THEN 'withdrawn' ELSE 'amended' END AS action,
         quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, accepts_merge, made_by, made_at
       FROM (
         SELECT line_id, version, state, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, accepts_merge,
           made_by, made_at
         FROM commitment_revision
         UNION ALL
         SELECT id, version, state, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, accepts_merge,
           made_by, made_at
         FROM commitment_line
       ) AS every WHERE line_id = $1 ORDER BY version`,
      [lineId],
    );
  }
}
