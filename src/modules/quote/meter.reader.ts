import { Injectable } from '@nestjs/common';
import type { PoolState } from '../../core/pool/pool-state.js';
import type { Sql } from '../../platform/db/sql.js';
import { ZONE } from '../pool/index.js';

/** What changes about a pool while it is open, besides what is committed. */
export interface MeterMoment {
  readonly state: PoolState;
  readonly closesAt: Date;
  /** The database's clock. */
  readonly now: Date;
}

export interface CommittedRow {
  readonly itemId: string;
  readonly zoneId: string;
  /** Null: without limit. */
  readonly limitRpPerUnit: number | null;
  readonly packs: number;
}

/** Answers of the meter's own; the rest it asks of the stages upstream. */
@Injectable()
export class MeterReader {
  momentOf(sql: Sql, poolId: string): Promise<MeterMoment | undefined> {
    return sql.first('SELECT state, closes_at, clock_timestamp() AS now FROM pool WHERE id = $1', [poolId]);
  }

  /** Committed packs by item, kecamatan and limit price. */
  committedOf(sql: Sql, poolId: string): Promise<CommittedRow[]> {
    return sql.rows(
      `SELECT item_id, ${ZONE} AS zone_id, max_landed_rp AS limit_rp_per_unit, sum(quantity_packs)::bigint AS packs
       FROM commitment_line
       JOIN pool ON pool.id = pool_id
       JOIN party ON party.id = koperasi_id
       LEFT JOIN region ON region.code = party.region_code
       WHERE pool_id = $1 AND commitment_line.state = 'active'
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [poolId],
    );
  }

  /** Where a koperasi's demand counts in a pool, as its lots will count it; undefined for no koperasi. */
  async zoneOf(sql: Sql, poolId: string, koperasiId: string): Promise<string | undefined> {
    const row = await sql.first<{ zone: string }>(
      `SELECT ${ZONE} AS zone FROM pool JOIN party ON party.id = $2 AND kind = 'koperasi'
       LEFT JOIN region ON region.code = party.region_code WHERE pool.id = $1`,
      [poolId, koperasiId],
    );
    return row?.zone;
  }
}
