import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';
import type { ItemRescueView, RescueView } from './rescue.dto.js';

/** What a pool declared for a missed minimum, and what came of it. */
@Injectable()
export class RescueReader {
  /** Null when nothing was declared. */
  async rescueOf(sql: Sql, poolId: string): Promise<RescueView | null> {
    const declared = await sql.first<Omit<RescueView, 'items'>>(
      `SELECT extend_by_s, otherwise, accepts_merged, extended_at, was_to_close_at
       FROM pool_rescue LEFT JOIN pool_extension USING (pool_id) WHERE pool_id = $1`,
      [poolId],
    );
    if (declared === undefined) return null;
    const items = await sql.rows<ItemRescueView>(
      `SELECT item_id, pool_item_minimum.minimum_packs, outcome, committed_packs
       FROM pool_item_minimum JOIN pool_item ON pool_item.id = item_id LEFT JOIN item_rescue USING (item_id)
       WHERE pool_id = $1 ORDER BY position`,
      [poolId],
    );
    return { ...declared, items };
  }
}
