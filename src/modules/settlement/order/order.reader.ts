import { Injectable } from '@nestjs/common';
import type { OrderPaper, OrderPaperLine } from '../../../core/settlement/lay-out-order.js';
import type { OrderState } from '../../../core/settlement/order-state.js';
import { numberDocument } from '../../../core/settlement/number-invoice.js';
import { oversees, partiesOf, type Principal } from '../../../platform/auth/principal.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { PurchaseOrderLineView, PurchaseOrderView } from './order.dto.js';
import { joinSharedLine } from '../../pool/index.js';

/** An order as it is answered, before its lines. */
export type OrderFacts = Readonly<Omit<PurchaseOrderView, never>>;
type OrderRow = Omit<PurchaseOrderView, 'number'> & { readonly year: number; readonly number: number };
type PaperHead = Pick<
  OrderPaper,
  'poolTitle' | 'buyerName' | 'sellerName' | 'receiverName' | 'issuedOn' | 'changedOn'
>;

const STATE = `CASE WHEN delivery_drop.state = 'received' THEN 'fulfilled' WHEN delivery_drop.state = 'dispatched' THEN 'under-way'
      WHEN released_at IS NULL THEN 'held' ELSE 'issued' END`;

const ORDERS = `
  SELECT purchase_order.id, drop_id, purchase_order.pool_id, buyer_id, seller_id, receiver_id, revision, year, number,
    ${STATE} AS state,
    (SELECT sum(amount_rp) FROM purchase_order_line WHERE order_id = purchase_order.id)::bigint AS amount_rp,
    purchase_order.issued_at, purchase_order.changed_at, pool.title AS pool_title, buyer.name AS buyer_name,
    seller.name AS seller_name, receiver.name AS receiver_name, village.name AS receiver_village,
    district.name AS receiver_district,
    (SELECT pickup_place FROM lot JOIN item_distribution USING (item_id) WHERE lot.id = pickup_lot_id) AS pickup_place,
    (SELECT min(needed_by) FROM drop_line ${joinSharedLine('line_id')}
     WHERE drop_line.drop_id = purchase_order.drop_id) AS needed_by
  FROM purchase_order
  JOIN document_number ON document_id = purchase_order.id
  JOIN delivery_drop ON delivery_drop.id = drop_id
  JOIN drop_role ON drop_role.id = drop_id
  JOIN pool ON pool.id = purchase_order.pool_id
  JOIN party AS buyer ON buyer.id = buyer_id
  JOIN party AS seller ON seller.id = seller_id
  JOIN party AS receiver ON receiver.id = receiver_id
  LEFT JOIN region AS village ON village.code = receiver.region_code AND village.level = 'village'
  LEFT JOIN region AS district ON district.code = left(receiver.region_code, 8) AND district.level = 'district'
  WHERE ($1 OR buyer_id = ANY ($2) OR seller_id = ANY ($2) OR organiser_id = ANY ($2))`;

const sightOf = (caller: Principal): [boolean, string[]] => [
  oversees(caller),
  partiesOf(caller, 'koperasi', 'supplier', 'kitchen', 'organiser'),
];

const numbered = ({ year, number, ...row }: OrderRow): OrderFacts => ({
  ...row,
  number: numberDocument('purchase-order', year, number),
});

/** Answers what was ordered: to buyer, seller, the pool's organiser and who oversees all. */
@Injectable()
export class OrderReader {
  /** The newest first. */
  async page(
    sql: Sql,
    caller: Principal,
    {
      poolId,
      state,
      cursor,
      limit,
    }: { poolId: string | null; state: OrderState | null; cursor: string | null; limit: number },
  ): Promise<OrderFacts[]> {
    const rows = await sql.rows<OrderRow>(
      `${ORDERS} AND ($3::uuid IS NULL OR purchase_order.pool_id = $3) AND ($4::uuid IS NULL OR purchase_order.id < $4)
         AND ($6::text IS NULL OR ${STATE} = $6)
       ORDER BY purchase_order.id DESC LIMIT $5`,
      [...sightOf(caller), poolId, cursor, limit, state],
    );
    return rows.map(numbered);
  }

  async orderById(sql: Sql, caller: Principal, orderId: string): Promise<OrderFacts | undefined> {
    const row = await sql.first<OrderRow>(`${ORDERS} AND purchase_order.id = $3`, [
      ...sightOf(caller),
      orderId,
    ]);
    return row && numbered(row);
  }

  linesOf(sql: Sql, orderId: string): Promise<PurchaseOrderLineView[]> {
    return sql.rows(
      `SELECT line.id, line_no, lot_id, kind, pool_item.commodity_code, commodity.name_id AS commodity_name_id,
         commodity.name_en AS commodity_name_en, base_unit, pack_code, packs, line.pack_size_milli, price_rp_per_unit,
         amount_rp, tax_code, base_rp, tax_rp
       FROM purchase_order_line AS line JOIN lot ON lot.id = lot_id JOIN pool_item ON pool_item.id = item_id
       JOIN commodity ON commodity.code = pool_item.commodity_code
       WHERE order_id = $1 ORDER BY line_no`,
      [orderId],
    );
  }

  /** What stands on the paper of an order, which the caller was found to see. */
  async paperOf(sql: Sql, order: OrderFacts): Promise<OrderPaper> {
    const head = await sql.first<PaperHead>(
      `SELECT pool.title AS pool_title, buyer.name AS buyer_name, seller.name AS seller_name, receiver.name AS receiver_name,
         (issued_at AT TIME ZONE organiser.time_zone)::date AS issued_on,
         (changed_at AT TIME ZONE organiser.time_zone)::date AS changed_on
       FROM purchase_order JOIN drop_role ON drop_role.id = drop_id
       JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       JOIN party AS buyer ON buyer.id = buyer_id JOIN party AS seller ON seller.id = seller_id
       JOIN party AS receiver ON receiver.id = receiver_id
       WHERE purchase_order.id = $1`,
      [order.id],
    );
    if (head === undefined) throw new Error(`purchase order ${order.id} has no parties`);
    const lines = await sql.rows<OrderPaperLine>(
      `SELECT commodity.name_id AS goods, kind = 'fixed-charge' AS is_fixed_charge, packs, lower(pack.name_id) AS pack_name,
         price_rp_per_unit, lower(unit.name_id) AS unit_name, amount_rp, tax_code, base_rp, tax_rp
       FROM purchase_order_line AS line JOIN lot ON lot.id = lot_id JOIN pool_item ON pool_item.id = item_id
       JOIN commodity ON commodity.code = pool_item.commodity_code JOIN pack ON pack.code = pack_code
       JOIN unit ON unit.code = base_unit
       WHERE order_id = $1 ORDER BY line_no`,
      [order.id],
    );
    const { number, revision, state, amountRp } = order;
    return { ...head, number, revision, state, amountRp, lines };
  }
}
