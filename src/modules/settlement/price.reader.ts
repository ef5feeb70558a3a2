import { Injectable } from '@nestjs/common';
import type { PricedLine, ReceivedLine } from '../../core/settlement/bill-drop.js';
import type { Sql } from '../../platform/db/sql.js';

/** A drop's lines, each at the price that its supplier was awarded for its lot. A line without a price is kept, and refuses to be billed. */
const PRICED = `
  FROM drop_line
  JOIN lot ON lot.id = drop_line.lot_id
  JOIN pool_item ON pool_item.id = lot.item_id
  LEFT JOIN award ON award.lot_id = drop_line.lot_id AND award.state <> 'replaced'
  LEFT JOIN award_line ON award_line.award_id = award.id AND award_line.supplier_id = drop_line.supplier_id
  WHERE drop_id = $1 ORDER BY line_id`;

@Injectable()
export class PriceReader {
  /** What left on a drop. */
  shippedOf(sql: Sql, dropId: string): Promise<PricedLine[]> {
    return sql.rows(`SELECT line_id, pack_size_milli, price_rp_per_unit, shipped_packs ${PRICED}`, [dropId]);
  }

  /** What became of it; asked of received drops only. */
  receivedOf(sql: Sql, dropId: string): Promise<ReceivedLine[]> {
    return sql.rows(
      `SELECT line_id, pack_size_milli, price_rp_per_unit, shipped_packs,
         accepted_packs, quarantined_packs, damaged_packs, missing_packs ${PRICED}`,
      [dropId],
    );
  }
}
