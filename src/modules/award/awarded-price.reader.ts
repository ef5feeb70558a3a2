import { Injectable } from '@nestjs/common';
import { isContracted, lotStates } from '../../core/lot/advance-lot.js';
import type { Sql } from '../../platform/db/sql.js';
import type { AwardedPriceView } from './awarded-price.dto.js';

const MOST_LOTS = 200;

/** Answers what goods were awarded at, of lots whose contract is signed: those are public. */
@Injectable()
export class AwardedPriceReader {
  /** The newest first, of one commodity or of all. */
  pricesOf(sql: Sql, commodityCode: string | null): Promise<AwardedPriceView[]> {
    return sql.rows(
      `SELECT lot.id AS lot_id, pool.id AS pool_id, title AS pool_title, commodity_code, side,
         coalesce(approved_at, computed_at) AS awarded_at, awarded_packs AS packs,
         round(cost_rp * 1000::numeric / (awarded_packs * pack_size_milli))::bigint AS average_rp_per_unit,
         lowest_rp_per_unit, highest_rp_per_unit, ceiling_rp_per_unit
       FROM award
       JOIN lot ON lot.id = award.lot_id
       JOIN pool ON pool.id = lot.pool_id
       JOIN pool_item ON pool_item.id = lot.item_id
       JOIN LATERAL (
         SELECT min(price_rp_per_unit) AS lowest_rp_per_unit, max(price_rp_per_unit) AS highest_rp_per_unit
         FROM award_line WHERE award_id = award.id) AS line ON lowest_rp_per_unit IS NOT NULL
       WHERE award.state = 'approved' AND lot.state = ANY ($1) AND awarded_packs > 0
         AND ($2::text IS NULL OR commodity_code = $2)
       ORDER BY award.id DESC LIMIT $3`,
      [lotStates.filter(isContracted), commodityCode, MOST_LOTS],
    );
  }
}
