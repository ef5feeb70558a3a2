import { Injectable } from '@nestjs/common';
import type { DropState } from '../../core/delivery/dispatch-drop.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { joinSharedLine } from '../pool/index.js';

export interface DropRow {
  readonly id: string;
  readonly poolId: string;
  readonly supplierId: string;
  readonly koperasiId: string;
  /** Who dispatches it and who receives it, by the pool's side. */
  readonly senderId: string;
  readonly receiverId: string;
  readonly sequence: number;
  readonly state: DropState;
  readonly deliveryNote: string | null;
  readonly releasedAt: Date | null;
  readonly awaitedRequests: number | null;
  readonly dispatchedAt: Date | null;
  readonly receivedAt: Date | null;
  /** Where the koperasi fetches it; null when it is brought. */
  readonly pickupPlace: string | null;
  readonly version: number;
  readonly poolTitle: string;
  readonly supplierName: string;
  readonly koperasiName: string;
  readonly senderName: string;
  readonly receiverName: string;
  /** Where it goes to. */
  readonly receiverRegion: string | null;
  readonly receiverVillage: string | null;
  readonly receiverDistrict: string | null;
  /** The first day on which something of it is needed. */
  readonly neededBy: string;
  /** What is on it, over all its lines. */
  readonly goods: DropGoods[];
}

/** Packs of one kind. */
export interface DropGoods {
  readonly packCode: string;
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly packSizeMilli: number;
  readonly baseUnit: string;
  readonly packs: number;
}

export interface DropLineRow {
  readonly lineId: string;
  readonly lotId: string;
  readonly commodityCode: string;
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly packCode: string;
  readonly packSizeMilli: number;
  readonly baseUnit: string;
  readonly beneficiaryId: string;
  readonly beneficiaryName: string;
  readonly neededBy: string;
  readonly shippedPacks: number;
  readonly acceptedPacks: number | null;
  readonly quarantinedPacks: number | null;
  readonly damagedPacks: number | null;
  readonly missingPacks: number | null;
  /** What accepted packs are sorted by. */
  readonly gradesSold: { readonly code: string; readonly priceBps: number }[];
  /** Accepted packs by grade, where it is sold by grade. */
  readonly grades: { readonly code: string; readonly packs: number }[];
}

export interface DropFilter {
  readonly poolId: string | null;
  readonly state: DropState | null;
}

const COLUMNS = `id, delivery_drop.pool_id, supplier_id, koperasi_id, sender_id, receiver_id, sequence, delivery_drop.state, delivery_note,
  released_at, awaited_requests, dispatched_at, received_at, delivery_drop.version,
  (SELECT pickup_place FROM lot JOIN item_distribution USING (item_id) WHERE lot.id = pickup_lot_id) AS pickup_place,
  (SELECT title FROM pool WHERE pool.id = delivery_drop.pool_id) AS pool_title,
  (SELECT name FROM party WHERE party.id = supplier_id) AS supplier_name,
  (SELECT name FROM party WHERE party.id = koperasi_id) AS koperasi_name,
  (SELECT name FROM party WHERE party.id = sender_id) AS sender_name,
  (SELECT name FROM party WHERE party.id = receiver_id) AS receiver_name,
  (SELECT region_code FROM party WHERE party.id = receiver_id) AS receiver_region,
  (SELECT region.name FROM party JOIN region ON region.code = region_code AND level = 'village'
   WHERE party.id = receiver_id) AS receiver_village,
  (SELECT region.name FROM party JOIN region ON region.code = left(region_code, 8) AND level = 'district'
   WHERE party.id = receiver_id) AS receiver_district,
  (SELECT min(needed_by) FROM drop_line ${joinSharedLine('line_id')}
   WHERE drop_id = delivery_drop.id) AS needed_by,
  coalesce((
    SELECT json_agg(json_build_object('packCode', pack_code, 'commodityNameId', name_id, 'commodityNameEn', name_en,
      'packSizeMilli', pack_size_milli, 'baseUnit', base_unit, 'packs', packs) ORDER BY position)
    FROM (
      SELECT item_id, sum(shipped_packs) AS packs FROM drop_line ${joinSharedLine('line_id')}
      WHERE drop_id = delivery_drop.id GROUP BY item_id
    ) AS loaded JOIN pool_item ON pool_item.id = item_id JOIN commodity ON commodity.code = commodity_code
  ), '[]') AS goods`;
const DROPS = 'delivery_drop JOIN drop_role USING (id)';
/** A drop is seen by its supplier (sell: its buyer), its koperasi, the pool's organiser, and who oversees all. */
const SEEN = `($1 OR supplier_id = ANY ($2) OR koperasi_id = ANY ($2)
  OR EXISTS (SELECT FROM pool WHERE pool.id = pool_id AND organiser_id = ANY ($2)))`;

const sightOf = (caller: Principal): [boolean, string[]] => [
  oversees(caller),
  partiesOf(caller, 'koperasi', 'supplier', 'kitchen', 'organiser'),
];

@Injectable()
export class DeliveryReader {
  /** A page of the drops that the caller may see. */
  page(
    sql: Sql,
    caller: Principal,
    filter: DropFilter,
    cursor: string | null,
    limit: number,
  ): Promise<DropRow[]> {
    return sql.rows(
      `SELECT ${COLUMNS} FROM ${DROPS}
       WHERE ${SEEN} AND ($3::uuid IS NULL OR pool_id = $3) AND ($4::text IS NULL OR state = $4) AND ($5::uuid IS NULL OR id > $5)
       ORDER BY id LIMIT $6`,
      [...sightOf(caller), filter.poolId, filter.state, cursor, limit],
    );
  }

  /** The drop, when the caller may see it. */
  dropById(sql: Sql, caller: Principal, dropId: string): Promise<DropRow | undefined> {
    return sql.first(`SELECT ${COLUMNS} FROM ${DROPS} WHERE ${SEEN} AND id = $3`, [
      ...sightOf(caller),
      dropId,
    ]);
  }

  /** Its lines; a kitchen's line travels on its partner's drop and names the kitchen as beneficiary. */
  linesOf(sql: Sql, dropId: string): Promise<DropLineRow[]> {
    return sql.rows(
      `SELECT line_id, lot_id, commodity_code, commodity.name_id AS commodity_name_id,
         commodity.name_en AS commodity_name_en, pack_code, pack_size_milli, base_unit, beneficiary_id,
         (SELECT name FROM party WHERE party.id = beneficiary_id) AS beneficiary_name, needed_by, shipped_packs,
         accepted_packs + returned_packs AS accepted_packs, quarantined_packs, damaged_packs, missing_packs, coalesce((
           SELECT json_agg(json_build_object('code', code, 'priceBps', price_bps) ORDER BY item_grade.position)
           FROM item_grade WHERE item_grade.item_id = pool_item.id), '[]') AS grades_sold, coalesce((
           SELECT json_agg(json_build_object('code', grade.code, 'packs', grade.packs) ORDER BY position)
           FROM drop_line_grade AS grade JOIN item_grade USING (item_id, code)
           WHERE grade.drop_id = drop_line.drop_id AND grade.line_id = drop_line.line_id), '[]') AS grades
       FROM drop_line ${joinSharedLine('line_id')} JOIN pool_item ON pool_item.id = item_id
         JOIN commodity ON commodity.code = commodity_code
       WHERE drop_id = $1 ORDER BY position, line_id`,
      [dropId],
    );
  }
}
