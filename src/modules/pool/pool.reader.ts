import { Injectable } from '@nestjs/common';
import type { PoolItem } from '../../core/pool/join-requirement.js';
import type { DraftScene } from '../../core/pool/draft-pool.js';
import type { PoolState } from '../../core/pool/pool-state.js';
import type { RationingRule } from '../../core/pool/rationing-rule.js';
import type { PoolSide } from '../../core/pool/side.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { ZONE } from './zone.js';

export interface PoolRow {
  readonly id: string;
  readonly organiserId: string;
  readonly organiserName: string;
  readonly title: string;
  readonly regionCode: string;
  readonly side: PoolSide;
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
  readonly discardedAt: Date | null;
  readonly discardReason: string | null;
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

/** What decides about a draft of its organiser and its region. */
export interface DraftingPlace extends Omit<DraftScene, 'now' | 'packs'> {
  /** The zone in which reference prices hold. */
  readonly priceZone: string;
  /** The day that it is for the organiser. */
  readonly today: string;
}

/** A pool that may carry a kitchen's lines. */
export interface OpenPoolRow {
  readonly id: string;
  readonly side: string;
  readonly purpose: string;
  readonly neededFrom: string;
  readonly neededUntil: string;
}

const COLUMNS = `id, organiser_id, (SELECT name FROM party WHERE party.id = organiser_id) AS organiser_name, title, region_code, side, purpose, contract_mode, rationing_rule, state, closes_at,
  bidding_period_s, needed_from, needed_until, opened_at, closed_at, close_reason, discarded_at, discard_reason, version`;

@Injectable()
export class PoolReader {
  poolById(sql: Sql, poolId: string): Promise<PoolRow | undefined> {
    return sql.first(`SELECT ${COLUMNS} FROM pool WHERE id = $1`, [poolId]);
  }

  /** A page of pools, newest first; drafts only of the organisers named, and none that were discarded. */
  page(
    sql: Sql,
    { state, organiserId = null }: { readonly state: string | null; readonly organiserId?: string | null },
    organiserIds: readonly string[],
    cursor: string | null,
    limit: number,
  ): Promise<PoolRow[]> {
    return sql.rows(
      `SELECT ${COLUMNS} FROM pool
       WHERE ($1::text IS NULL OR state = $1) AND (state <> 'draft' OR discarded_at IS NULL AND organiser_id = ANY ($2)) AND ($3::uuid IS NULL OR id < $3)
         AND ($5::uuid IS NULL OR organiser_id = $5)
       ORDER BY id DESC LIMIT $4`,
      [state, organiserIds, cursor, limit, organiserId],
    );
  }

  /**
   * Whether somebody belongs to a pool: its organiser, koperasi and kitchens with a line in it, and who oversees
   * all; undefined without the pool.
   */
  async isInsider(sql: Sql, poolId: string, principal: Principal): Promise<boolean | undefined> {
    const row = await sql.first<{ isInside: boolean }>(
      `SELECT $2 OR organiser_id = ANY ($3) OR EXISTS (
           SELECT FROM commitment_line WHERE pool_id = pool.id AND commitment_line.state = 'active'
             AND (koperasi_id = ANY ($3) OR beneficiary_id = ANY ($3))) AS is_inside
       FROM pool WHERE id = $1`,
      [poolId, oversees(principal), partiesOf(principal, 'organiser', 'koperasi', 'kitchen')],
    );
    return row?.isInside;
  }

  itemsOf(sql: Sql, poolId: string): Promise<PoolItemRow[]> {
    return sql.rows(
      `SELECT pool_item.id AS item_id, position, commodity_code, pack_code, pack_size_milli, mode, ceiling_rp_per_unit,
         ceiling_source, reference_rp_per_unit, name_id AS commodity_name_id, name_en AS commodity_name_en, base_unit
       FROM pool_item JOIN commodity ON commodity.code = commodity_code WHERE pool_id = $1 ORDER BY position`,
      [poolId],
    );
  }

  /** What is committed now, per item and zone, as lots will count it; a koperasi's lines of an item are summed first. */
  totalsOf(sql: Sql, poolId: string): Promise<ItemTotal[]> {
    return sql.rows(
      `SELECT item_id, zone.code AS district_code, zone.name AS district_name,
         sum(packs)::bigint AS quantity_packs, count(*) AS koperasi_count
       FROM (
         SELECT item_id, koperasi_id, sum(quantity_packs) AS packs FROM commitment_line
         WHERE pool_id = $1 AND state = 'active' GROUP BY item_id, koperasi_id
       ) AS demand
       JOIN pool ON pool.id = $1
       JOIN party ON party.id = koperasi_id
       LEFT JOIN region ON region.code = party.region_code
       JOIN region AS zone ON zone.code = ${ZONE}
       GROUP BY item_id, zone.code ORDER BY item_id, zone.code`,
      [poolId],
    );
  }

  /** Where and when a pool is drafted; undefined for an unknown organiser. */
  draftingPlace(
    sql: Sql,
    organiserId: string,
    regionCode: string,
    now: Date,
    lastClosesAt: Date,
  ): Promise<DraftingPlace | undefined> {
    return sql.first(
      `SELECT organiser.state = 'active' AS is_organiser_active, organiser.region_code AS organiser_region_code,
         region.code IS NOT NULL AS is_region_known, coalesce(region.het_zone, 'nasional') AS price_zone,
         ($3::timestamptz AT TIME ZONE organiser.time_zone)::date AS today,
         ($4::timestamptz AT TIME ZONE organiser.time_zone)::date AS closes_on
       FROM party AS organiser LEFT JOIN region ON region.code = $2 WHERE organiser.id = $1`,
      [organiserId, regionCode, now, lastClosesAt],
    );
  }

  /** Open pools of a city whose days of need overlap, the one closing first first. */
  openPools(sql: Sql, cityCode: string, fromDate: string, untilDate: string): Promise<OpenPoolRow[]> {
    return sql.rows(
      `SELECT id, side, purpose, needed_from, needed_until FROM pool
       WHERE state = 'open' AND closes_at > clock_timestamp() AND region_code = $1 AND needed_from <= $3 AND needed_until >= $2
       ORDER BY closes_at, id`,
      [cityCode, fromDate, untilDate],
    );
  }
}
