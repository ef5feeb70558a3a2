import type { Sale } from '../../../core/settlement/make-journals.js';
import type { Tx } from '../../../platform/db/sql.js';

/** What a buyer has of a seller's goods on consignment now, at their price, in rupiah: neither sold nor back. */
export const consignedRp = async (tx: Tx, { sellerId, buyerId }: Sale): Promise<number> => {
  const row = await tx.first<{ rp: number }>(
    `SELECT coalesce(sum(div(charge_rp::numeric * (handed_packs - coalesce(moved.packs, 0)), line_price.packs)), 0)::bigint AS rp
     FROM consignment JOIN consignment_line USING (drop_id) JOIN drop_line USING (drop_id, line_id)
     JOIN line_price ON line_price.line_id = drop_line.line_id AND line_price.supplier_id = drop_line.supplier_id
     LEFT JOIN LATERAL (
       SELECT sum(packs) AS packs FROM consignment_move JOIN consignment_move_line ON move_id = id
       WHERE consignment_move.drop_id = consignment.drop_id AND consignment_move_line.line_id = consignment_line.line_id
         AND state = 'counted'
     ) AS moved ON true
     WHERE seller_id = $1 AND buyer_id = $2 AND ended_at IS NULL`,
    [sellerId, buyerId],
  );
  return row?.rp ?? 0;
};
