import { heldPacks, type ConsignedLine } from '../../../core/settlement/consign.js';
import { sumOf } from '../../../core/kernel/sum-of.js';
import type { Sale } from '../../../core/settlement/make-journals.js';
import { sliceAmount } from '../../../core/settlement/slice-amount.js';
import type { Tx } from '../../../platform/db/sql.js';
import { consignedLines } from './consigned-lines.js';

type PricedPacks = ConsignedLine & { readonly packs: number; readonly chargeRp: number };

/** What a buyer has of a seller's goods on consignment now, at their price, in rupiah: neither sold nor back. */
export const consignedRp = async (tx: Tx, { sellerId, buyerId }: Sale): Promise<number> => {
  const lines = await tx.rows<PricedPacks>(
    `SELECT told.*, line_price.packs, charge_rp
     FROM (${consignedLines(`line.drop_id IN (
       SELECT drop_id FROM consignment WHERE seller_id = $1 AND buyer_id = $2 AND ended_at IS NULL)`)}) AS told
     JOIN drop_line USING (drop_id, line_id) JOIN line_price USING (line_id, supplier_id)`,
    [sellerId, buyerId],
  );
  return sumOf(lines, (line) => sliceAmount(line.chargeRp, line.packs, 0, heldPacks(line)));
};
