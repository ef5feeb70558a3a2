import { Injectable } from '@nestjs/common';
import type { OrderedGoods } from '../../../core/settlement/order-drop.js';
import type { LineTax } from '../../../core/settlement/tax-line.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';

export interface KeptOrder {
  readonly id: string;
  readonly revision: number;
  /** Lots whose goods it asks for. */
  readonly lotIds: readonly string[];
  readonly lines: number;
  readonly amountRp: number;
}

export interface NewOrder {
  readonly id: string;
  readonly dropId: string;
  readonly poolId: string;
  readonly buyerId: string;
  readonly sellerId: string;
}

export interface NewOrderLine extends OrderedGoods {
  readonly kind: 'goods' | 'fixed-charge';
  readonly tax: LineTax;
}

/** Writes purchase orders: their lines once, never changed; a drop that grows adds lines. */
@Injectable()
export class OrderStore {
  keptOf(tx: Tx, dropId: string): Promise<KeptOrder | undefined> {
    return tx.first(
      `SELECT id, revision,
         (SELECT array_agg(lot_id) FROM purchase_order_line WHERE order_id = purchase_order.id AND kind = 'goods') AS lot_ids,
         (SELECT max(line_no) FROM purchase_order_line WHERE order_id = purchase_order.id) AS lines,
         (SELECT sum(amount_rp) FROM purchase_order_line WHERE order_id = purchase_order.id)::bigint AS amount_rp
       FROM purchase_order WHERE drop_id = $1`,
      [dropId],
    );
  }

  async insert(tx: Tx, order: NewOrder): Promise<void> {
    await tx.change(
      'INSERT INTO purchase_order (id, drop_id, pool_id, buyer_id, seller_id) VALUES ($1, $2, $3, $4, $5)',
      [order.id, order.dropId, order.poolId, order.buyerId, order.sellerId],
    );
  }

  async markChanged(tx: Tx, orderId: string, revision: number): Promise<void> {
    const touched = await tx.change(
      `UPDATE purchase_order SET revision = $2, changed_at = clock_timestamp() WHERE id = $1 AND revision = $2 - 1`,
      [orderId, revision],
    );
    if (touched !== 1) throw new Error(`order ${orderId} has another revision already`);
  }

  async insertLines(
    tx: Tx,
    { id, sellerId }: Pick<NewOrder, 'id' | 'sellerId'>,
    revision: number,
    lastLine: number,
    lines: readonly NewOrderLine[],
  ): Promise<void> {
    await tx.change(
      `INSERT INTO purchase_order_line (order_id, seller_id, revision, id, line_no, lot_id, kind, packs, pack_size_milli,
         price_rp_per_unit, amount_rp, tax_code, base_rp, tax_rp, rate_from)
       SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::int[], $9::bigint[],
         $10::bigint[], $11::bigint[], $12::text[], $13::bigint[], $14::bigint[], $15::date[])`,
      [
        id,
        sellerId,
        revision,
        lines.map(() => newId()),
        lines.map((_, at) => lastLine + at + 1),
        lines.map((line) => line.lotId),
        lines.map((line) => line.kind),
        lines.map((line) => line.packs),
        lines.map((line) => line.packSizeMilli),
        lines.map((line) => line.priceRpPerUnit),
        lines.map((line) => line.amountRp),
        lines.map(({ tax }) => tax.code),
        lines.map(({ tax }) => tax.baseRp),
        lines.map(({ tax }) => tax.taxRp),
        lines.map(({ tax }) => tax.rateFrom),
      ],
    );
  }

  /**
   * Fixed charges that a seller bills the organiser and nobody has ordered yet. The lots' locks, which the caller takes,
   * let one of two drops order it.
   */
  async fixedToOrder(
    tx: Tx,
    sellerId: string,
    lotIds: readonly string[],
  ): Promise<{ readonly lotId: string; readonly amountRp: number }[]> {
    await tx.rows('SELECT FROM lot WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [lotIds]);
    return tx.rows(
      `SELECT lot_id, amount_rp FROM lot_fixed_charge WHERE supplier_id = $1 AND lot_id = ANY ($2) AND NOT EXISTS (
         SELECT FROM purchase_order_line AS line
         WHERE line.lot_id = lot_fixed_charge.lot_id AND line.seller_id = $1 AND kind = 'fixed-charge')
       ORDER BY lot_id`,
      [sellerId, lotIds],
    );
  }

  async titleOf(tx: Tx, poolId: string): Promise<string> {
    return (await tx.first<{ title: string }>('SELECT title FROM pool WHERE id = $1', [poolId]))?.title ?? '';
  }
}
