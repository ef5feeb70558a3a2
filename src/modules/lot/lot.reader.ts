import { Injectable } from '@nestjs/common';
import type { LineRefusal, Storage, Zone } from '../../core/lot/aggregate-commitments.js';
import type { LotState } from '../../core/lot/advance-lot.js';
import type { ItemMode } from '../../core/pool/draft-distribution.js';
import type { PoolState } from '../../core/pool/pool-state.js';
import type { RationingRule } from '../../core/pool/rationing-rule.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Sql } from '../../platform/db/sql.js';
import { ZONE } from '../pool/index.js';

/** A lot with what later stages need of its item and its pool. */
export interface LotRow {
  readonly id: string;
  readonly poolId: string;
  readonly poolState: PoolState;
  readonly side: PoolSide;
  readonly organiserId: string;
  readonly rationingRule: RationingRule;
  readonly biddingPeriodS: number;
  readonly itemId: string;
  readonly position: number;
  readonly mode: ItemMode;
  /** The most for one koperasi of a distributed lot; null after a tender. */
  readonly quotaPerBuyerPacks: number | null;
  readonly commodityCode: string;
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly storage: Storage;
  readonly baseUnit: string;
  readonly packCode: string;
  readonly packNameId: string;
  readonly packNameEn: string;
  readonly packSizeMilli: number;
  /** Its limit: in a sell pool its floor. */
  readonly ceilingRpPerUnit: number;
  readonly referenceRpPerUnit: number;
  readonly state: LotState;
  readonly quantityPacks: number;
  readonly lineCount: number;
  readonly koperasiCount: number;
  readonly failedReason: string | null;
  readonly formedAt: Date;
  readonly version: number;
}

/** A line of a lot as rationing and allocation read it. */
export interface LotLine {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly minimumPacks: number;
  /** The most it pays per base unit, everything included. */
  readonly maxLandedRp: number | null;
  readonly districtCode: string;
}

export interface MemberLine {
  readonly lineId: string;
  readonly itemId: string;
  readonly koperasiId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly minimumPacks: number;
  readonly lotId: string | null;
  readonly refusal: LineRefusal | null;
  /** The line of another pool that carries it on. */
  readonly movedToLineId: string | null;
}

const LOT = `
  SELECT lot.id, lot.pool_id, pool.state AS pool_state, side, organiser_id, rationing_rule, bidding_period_s, lot.item_id, position, mode, quota_per_buyer_packs,
    pool_item.commodity_code, commodity.name_id AS commodity_name_id, commodity.name_en AS commodity_name_en, storage, base_unit,
    pack_code, pack.name_id AS pack_name_id, pack.name_en AS pack_name_en, pack_size_milli, ceiling_rp_per_unit, reference_rp_per_unit,
    lot.state, quantity_packs, line_count, koperasi_count, failed_reason, formed_at, lot.version
  FROM lot
  JOIN pool ON pool.id = lot.pool_id
  JOIN pool_item ON pool_item.id = lot.item_id
  JOIN commodity ON commodity.code = pool_item.commodity_code
  JOIN pack ON pack.code = pack_code
  LEFT JOIN item_distribution ON item_distribution.item_id = lot.item_id`;

const MEMBER_LINE = `
  SELECT line_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, tolerance_packs, minimum_packs,
    lot_id, refusal, (SELECT target_line_id FROM line_move WHERE line_move.line_id = commitment_line.id) AS moved_to_line_id
  FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id`;

/** Answers about lots and about where each line ended. */
@Injectable()
export class LotReader {
  lotById(sql: Sql, lotId: string): Promise<LotRow | undefined> {
    return sql.first(`${LOT} WHERE lot.id = $1`, [lotId]);
  }

  lotsOfPool(sql: Sql, poolId: string): Promise<LotRow[]> {
    return sql.rows(`${LOT} WHERE lot.pool_id = $1 ORDER BY position`, [poolId]);
  }

  zonesOf(sql: Sql, lotIds: readonly string[]): Promise<(Zone & { lotId: string; districtName: string })[]> {
    return sql.rows(
      `SELECT lot_id, district_code, region.name AS district_name, quantity_packs, koperasi_count
       FROM lot_zone JOIN region ON region.code = district_code
       WHERE lot_id = ANY ($1) ORDER BY lot_id, district_code`,
      [lotIds],
    );
  }

  /** Every line of a lot, for sharing it out. */
  linesOf(sql: Sql, lotId: string): Promise<LotLine[]> {
    return sql.rows(
      `SELECT line_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, tolerance_packs, minimum_packs,
         max_landed_rp, ${ZONE} AS district_code
       FROM lot_membership
       JOIN commitment_line ON commitment_line.id = line_id
       JOIN pool ON pool.id = pool_id
       JOIN party ON party.id = koperasi_id
       LEFT JOIN region ON region.code = party.region_code
       WHERE lot_id = $1 ORDER BY line_id`,
      [lotId],
    );
  }

  /** A page of a lot's lines: of these koperasi, or of all when `koperasiIds` is null. */
  linePage(
    sql: Sql,
    lotId: string,
    koperasiIds: readonly string[] | null,
    cursor: string | null,
    limit: number,
  ): Promise<MemberLine[]> {
    return sql.rows(
      `${MEMBER_LINE}
       WHERE lot_id = $1 AND ($2::uuid[] IS NULL OR koperasi_id = ANY ($2)) AND ($3::uuid IS NULL OR line_id > $3)
       ORDER BY line_id LIMIT $4`,
      [lotId, koperasiIds, cursor, limit],
    );
  }

  /** A page of a pool's lines that are in no lot, each with its reason. */
  refusedPage(
    sql: Sql,
    poolId: string,
    koperasiIds: readonly string[] | null,
    cursor: string | null,
    limit: number,
  ): Promise<MemberLine[]> {
    return sql.rows(
      `${MEMBER_LINE}
       WHERE pool_id = $1 AND refusal IS NOT NULL
         AND ($2::uuid[] IS NULL OR koperasi_id = ANY ($2)) AND ($3::uuid IS NULL OR line_id > $3)
       ORDER BY line_id LIMIT $4`,
      [poolId, koperasiIds, cursor, limit],
    );
  }
}
