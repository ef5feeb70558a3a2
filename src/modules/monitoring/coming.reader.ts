import { Injectable } from '@nestjs/common';
import { tellComing, type NeedStand } from '../../core/monitoring/tell-coming.js';
import type { Sql } from '../../platform/db/sql.js';
import type { ComingView } from './coming.dto.js';

type Row = Omit<ComingView, 'state'> & NeedStand;

const MOST = 500;

/** What a kitchen published, and what its partner ordered for it by hand, each with the line that carries it. */
const NEEDS = `
  SELECT required.id AS requirement_line_id, needed_on, required.commodity_code, quantity_milli, line.id AS line_id
  FROM requirement JOIN requirement_line AS required ON requirement_id = requirement.id
  LEFT JOIN commitment_line AS line ON line.requirement_line_id = required.id AND line.state = 'active'
  WHERE kitchen_id = $1 AND requirement.state = 'published'
  UNION ALL
  SELECT NULL, line.needed_by, item.commodity_code, line.quantity_packs * item.pack_size_milli, line.id
  FROM commitment_line AS line JOIN pool_item AS item ON item.id = line.item_id
  WHERE beneficiary_id = $1 AND koperasi_id <> $1 AND requirement_line_id IS NULL AND line.state = 'active'`;

/** Answers a kitchen what comes when and from whom; no prices, which are its koperasi's. */
@Injectable()
export class ComingReader {
  /** From a civil day on, or all; read across the walls for whom the kitchen's own needs are shown to. */
  async comingTo(sql: Sql, kitchenId: string, from: string | null): Promise<ComingView[]> {
    const rows = await sql.rows<Row>(
      `SELECT need.requirement_line_id, need.needed_on, need.commodity_code, commodity.name_id AS commodity_name_id,
         commodity.name_en AS commodity_name_en, base_unit, quantity_milli, pack_code, pack_size_milli,
         coalesce(shipped_packs, allocation.packs)::int AS packs, supplier.name AS supplier_name,
         koperasi.name AS koperasi_name, pool.title AS pool_title, delivery_note, dispatched_at, received_at,
         accepted_packs + returned_packs AS accepted_packs, quarantined_packs, damaged_packs, missing_packs, need.line_id, refusal IS NOT NULL AS is_refused,
         lot.state AS lot_state, allocation.line_id IS NOT NULL AS is_shared, delivery_drop.state AS drop_state
       FROM (${NEEDS}) AS need JOIN commodity ON commodity.code = need.commodity_code
       LEFT JOIN commitment_line AS line ON line.id = need.line_id
       LEFT JOIN pool_item ON pool_item.id = line.item_id
       LEFT JOIN pool ON pool.id = line.pool_id
       LEFT JOIN party AS koperasi ON koperasi.id = line.koperasi_id
       LEFT JOIN lot_membership ON lot_membership.line_id = line.id
       LEFT JOIN lot ON lot.id = lot_membership.lot_id
       LEFT JOIN allocation ON allocation.line_id = line.id
       LEFT JOIN party AS supplier ON supplier.id = allocation.supplier_id
       LEFT JOIN drop_line ON drop_line.line_id = line.id AND drop_line.supplier_id = allocation.supplier_id
       LEFT JOIN delivery_drop ON delivery_drop.id = drop_line.drop_id
       WHERE $2::date IS NULL OR need.needed_on >= $2
       ORDER BY need.needed_on, need.commodity_code, supplier.name, delivery_drop.sequence LIMIT ${MOST}`,
      [kitchenId, from],
    );
    return rows.map(({ lineId, isRefused, lotState, isShared, dropState, ...row }) => ({
      ...row,
      state: tellComing({ lineId, isRefused, lotState, isShared, dropState }),
    }));
  }
}
