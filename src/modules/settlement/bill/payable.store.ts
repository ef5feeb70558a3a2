import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';

/** One bill of a seller to an organiser that resells, and what of it may be paid. */
export interface PayableBill {
  readonly id: string;
  readonly organiserId: string;
  readonly supplierId: string;
  readonly poolId: string;
  readonly dueAt: Date;
  readonly payableRp: number;
}

/** Answers what of sellers' whole bills may be paid: what their own bills match, where they bill by themselves. */
@Injectable()
export class PayableStore {
  /** The bills of closed lots that these lines of orders are of. */
  payablesOf(tx: Tx, orderLineIds: readonly string[]): Promise<PayableBill[]> {
    return tx.rows(
      `SELECT whole_bill.id, organiser_id, whole_bill.supplier_id, pool_id, due_at,
         (SELECT sum(payable_rp) FROM billed_part
          WHERE billed_part.lot_id = whole_bill.lot_id AND billed_part.supplier_id = whole_bill.supplier_id)::bigint AS payable_rp
       FROM whole_bill JOIN lot ON lot.id = lot_id
       WHERE (lot_id, supplier_id) IN (SELECT lot_id, seller_id FROM purchase_order_line WHERE id = ANY ($1))
       ORDER BY whole_bill.id`,
      [orderLineIds],
    );
  }

  /** What may be paid to a seller of a lot. */
  async payableRp(tx: Tx, lotId: string, supplierId: string): Promise<number> {
    const row = await tx.first<{ payableRp: number }>(
      `SELECT coalesce(sum(payable_rp), 0)::bigint AS payable_rp FROM billed_part WHERE lot_id = $1 AND supplier_id = $2`,
      [lotId, supplierId],
    );
    return row?.payableRp ?? 0;
  }
}
