import { Injectable } from '@nestjs/common';
import type { PoolItem } from '../../core/pool/join-requirement.js';
import type { PoolState } from '../../core/pool/pool-state.js';
import type { RationingRule } from '../../core/pool/rationing-rule.js';
import type { Sql } from '../../platform/db/sql.js';

export interface PoolRow {
  readonly id: string;
  readonly organiserId: string;
  readonly title: string;
  readonly regionCode: string;
  readonly side: string;
  readonly purpose: string;
  readonly contractMode: string;
  readonly rationingRule: RationingRule;
  readonly state: PoolState;
  readonly closesAt: Date;
  readonly biddingPeriodS: number;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  readonly version: number;
}

export interface PoolItemRow extends PoolItem {
  readonly position: number;
  readonly packCode: string;
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly baseUnit: string;
  readonly mode: string;
  readonly ceilingRpPerUnit: number;
  readonly ceilingSource: string;
  readonly referenceRpPerUnit: number;
}

export interface ItemTotal {
  readonly itemId: string;
  readonly districtCode: string;
  readonly districtName: string;
  readonly quantityPacks: number;
  readonly koperasiCount: number;
}

/** A pool that may carry a kitchen's lines. */
export interface OpenPoolRow {
  readonly id: string;
  readonly neededFrom: string;
  readonly neededUntil: string;
}

const COLUMNS = `id, organiser_id, title, region_code, side, purpose, contract_mode, rationing_rule, state, closes_at,
  bidding_period_s, needed_from, needed_until, opened_at, closed_at, close_reason, version`;

@Injectable()
export class PoolReader {
  poolById(sql: Sql, poolId: string): Promise<PoolRow | undefined> {
    return sql.first(`SELECT ${COLUMNS} FROM pool WHERE id = $1`, [poolId]);
  }

  /** A page of pools, newest first; drafts only of the organisers named. */
  page(
    sql: Sql,
    state: string | null,
    organiserIds: readonly string[],
    cursor: string | null,
    limit: number,
  ): Promise<PoolRow[]> {
    return sql.rows(
      `SELECT ${COLUMNS} FROM pool
       WHERE ($1::text IS NULL OR state = $1) AND (state <> 'draft' OR organiser_id = ANY ($2)) AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4`,
      [state, organiserIds, cursor, limit],
    );
  }

  itemsOf(sql: Sql, poolId: string): Promise<PoolItemRow[]> {
    return sql.rows(
      `SELECT pool_item.id AS item_id, position, commodity_code, pack_code, pack_size_milli, mode, ceiling_rp_per_unit,
         ceiling_source, reference_rp_per_unit, name_id AS commodity_name_id, name_en AS commodity_name_en, base_unit
       FROM pool_item JOIN commodity ON commodity.code = commodity_code WHERE pool_id = $1 ORDER BY position`,
      [poolId],
    );
  }

  /** What is committed now, per item and kecamatan. */
  totalsOf(sql: Sql, poolId: string): Promise<ItemTotal[]> {
    return sql.rows(
      `SELECT item_id, district.code AS district_code, district.name AS district_name,
         sum(quantity_packs)::bigint AS quantity_packs, count(DISTINCT koperasi_id) AS koperasi_count
       FROM commitment_line
       JOIN party ON party.id = koperasi_id
       JOIN region AS village ON village.code = party.region_code
       JOIN region AS district ON district.code = village.parent_code
       WHERE pool_id = $1 AND commitment_line.state = 'active'
       GROUP BY item_id, district.code, district.name ORDER BY item_id, district.code`,
      [poolId],
    );
  }

  /** The zone of a region in which reference prices hold. */
  async priceZoneOf(sql: Sql, regionCode: string): Promise<string> {
    const row = await sql.first<{ hetZone: string | null }>('SELECT het_zone FROM region WHERE code = $1', [
      regionCode,
    ]);
    return row?.hetZone ?? 'nasional';
  }

  /** Open pools of a city whose days of need overlap, the one closing first first. */
  openPools(sql: Sql, cityCode: string, fromDate: string, untilDate: string): Promise<OpenPoolRow[]> {
    return sql.rows(
      `SELECT id, needed_from, needed_until FROM pool
       WHERE state = 'open' AND closes_at > clock_timestamp() AND region_code = $1 AND needed_from <= $3 AND needed_until >= $2
       ORDER BY closes_at, id`,
      [cityCode, fromDate, untilDate],
    );
  }
}
