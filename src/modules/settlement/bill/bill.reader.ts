import { Injectable } from '@nestjs/common';
import { oversees, partiesOf, type Principal } from '../../../platform/auth/principal.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { BillState } from '../../../core/settlement/match-bill.js';
import { numberDocument } from '../../../core/settlement/number-invoice.js';
import type { AcceptedView, BillLineView, BillView, BillWordView, OrderMatchLineView } from './bill.dto.js';

/** A bill as it is answered, before its lines. */
export type BillFacts = Readonly<Omit<BillView, never>>;

type BillLineRow = Omit<BillLineView, 'orderNumber'> & {
  readonly year: number | null;
  readonly number: number | null;
};

const BILLS = `
  SELECT seller_bill.id, seller_id, buyer_id, pool_id, number, billed_on, seller_bill.state, amount_rp, matched_rp,
    amount_rp - matched_rp AS held_rp, posted_at, ended_at, end_reason, seller.name AS seller_name,
    buyer.name AS buyer_name, pool.title AS pool_title
  FROM seller_bill JOIN pool ON pool.id = pool_id
  JOIN party AS seller ON seller.id = seller_id JOIN party AS buyer ON buyer.id = buyer_id
  WHERE ($1 OR seller_id = ANY ($2) OR buyer_id = ANY ($2) OR organiser_id = ANY ($2))`;

const sightOf = (caller: Principal): [boolean, string[]] => [
  oversees(caller),
  partiesOf(caller, 'koperasi', 'supplier', 'kitchen', 'organiser'),
];

/** Answers what sellers billed and what of it agrees: to seller, buyer, the pool's organiser and who oversees all. */
@Injectable()
export class BillReader {
  /** The newest first. */
  page(
    sql: Sql,
    caller: Principal,
    {
      poolId,
      state,
      cursor,
      limit,
    }: { poolId: string | null; state: BillState | null; cursor: string | null; limit: number },
  ): Promise<BillFacts[]> {
    return sql.rows(
      `${BILLS} AND ($3::uuid IS NULL OR pool_id = $3) AND ($4::uuid IS NULL OR seller_bill.id < $4)
         AND ($6::text IS NULL OR seller_bill.state = $6)
       ORDER BY seller_bill.id DESC LIMIT $5`,
      [...sightOf(caller), poolId, cursor, limit, state],
    );
  }

  billById(sql: Sql, caller: Principal, billId: string): Promise<BillFacts | undefined> {
    return sql.first(`${BILLS} AND seller_bill.id = $3`, [...sightOf(caller), billId]);
  }

  /** Its lines beside order and receipts; asked across for whom the bill was shown to. */
  async linesOf(sql: Sql, billId: string): Promise<BillLineView[]> {
    const rows = await sql.rows<BillLineRow>(
      `SELECT billed.line_no, billed.order_line_id, line.order_id, year, number, commodity.name_id AS commodity_name_id,
         commodity.name_en AS commodity_name_en, coalesce(line.kind = 'fixed-charge', false) AS is_fixed_charge, pack_code,
         coalesce(line.packs, 0) AS ordered_packs, coalesce(line.amount_rp, 0) AS ordered_rp,
         coalesce(is_received, false) AS is_received, coalesce(accepted_packs, 0) AS accepted_packs, description,
         billed.packs, billed.amount_rp, billed.tax_rp, matched_packs, matched_rp, held_rp, differences
       FROM seller_bill_line AS billed LEFT JOIN purchase_order_line AS line ON line.id = billed.order_line_id
       LEFT JOIN ordered_receipt ON ordered_receipt.order_line_id = line.id
       LEFT JOIN document_number ON document_id = line.order_id
       LEFT JOIN lot ON lot.id = line.lot_id LEFT JOIN pool_item ON pool_item.id = item_id
       LEFT JOIN commodity ON commodity.code = pool_item.commodity_code
       WHERE bill_id = $1 ORDER BY billed.line_no`,
      [billId],
    );
    return rows.map(({ year, number, ...row }) => ({
      ...row,
      orderNumber: year === null || number === null ? null : numberDocument('purchase-order', year, number),
    }));
  }

  acceptancesOf(sql: Sql, billId: string): Promise<AcceptedView[]> {
    return sql.rows(
      'SELECT state, amount_rp, reason, decision_id FROM bill_difference WHERE bill_id = $1 ORDER BY id DESC',
      [billId],
    );
  }

  wordsOf(sql: Sql, billId: string): Promise<BillWordView[]> {
    return sql.rows(
      `SELECT bill_word.kind, party.name AS party_name, text, said_at FROM bill_word JOIN party ON party.id = party_id
       WHERE bill_id = $1 ORDER BY said_at, bill_word.id`,
      [billId],
    );
  }

  /** Order, receipts and bills line by line; asked across for whom the order was shown to. */
  matchOf(sql: Sql, orderId: string): Promise<OrderMatchLineView[]> {
    return sql.rows(
      `SELECT line.id AS order_line_id, line.packs AS ordered_packs, line.amount_rp AS ordered_rp, is_received, accepted_packs,
         accepted_rp, own.packs IS NOT NULL AS is_billed_by_seller, coalesce(own.packs, accepted_packs) AS billed_packs,
         coalesce(own.amount_rp, accepted_rp) AS billed_rp, coalesce(own.matched_rp, accepted_rp) AS matched_rp,
         coalesce(own.held_rp, 0) AS held_rp
       FROM purchase_order_line AS line JOIN ordered_receipt ON order_line_id = line.id
       LEFT JOIN (
         SELECT order_line_id, sum(packs)::int AS packs, sum(billed.amount_rp)::bigint AS amount_rp,
           sum(billed.matched_rp)::bigint AS matched_rp, sum(held_rp)::bigint AS held_rp
         FROM seller_bill_line AS billed JOIN seller_bill ON seller_bill.id = bill_id AND state <> 'withdrawn'
         GROUP BY order_line_id
       ) AS own ON own.order_line_id = line.id
       WHERE order_id = $1 ORDER BY line_no`,
      [orderId],
    );
  }
}
