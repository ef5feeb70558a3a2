import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';
import type { TenderRowView } from './tender-list.dto.js';

/** Answers about the tenders of all pools. */
@Injectable()
export class TenderListReader {
  /** A page of tenders whose deadline is still to come; the cursor is the last one's lot. */
  asked(sql: Sql, regionCode: string | null, cursor: string | null, limit: number): Promise<TenderRowView[]> {
    return sql.rows(
      `SELECT lot.id AS lot_id, lot.pool_id, pool.title AS pool_title, pool.region_code, pool.side,
         commodity.name_id AS commodity_name_id, commodity.name_en AS commodity_name_en,
         pool_item.pack_code, pool_item.pack_size_milli, commodity.base_unit, lot.quantity_packs, lot.koperasi_count,
         ceiling_rp_per_unit, tender.closes_at
       FROM tender JOIN lot ON lot.id = tender.lot_id JOIN pool ON pool.id = lot.pool_id
       JOIN pool_item ON pool_item.id = lot.item_id JOIN commodity ON commodity.code = pool_item.commodity_code
       WHERE lot.state = 'bidding' AND tender.closes_at > clock_timestamp() AND ($1::text IS NULL OR pool.region_code = $1)
         AND ($2::uuid IS NULL OR (tender.closes_at, lot.id) > (SELECT closes_at, lot_id FROM tender WHERE lot_id = $2))
       ORDER BY tender.closes_at, lot.id LIMIT $3`,
      [regionCode, cursor, limit],
    );
  }
}
