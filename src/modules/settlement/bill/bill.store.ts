import { Injectable } from '@nestjs/common';
import type { BilledLine, BillState, MatchedLine, OrderedLine } from '../../../core/settlement/match-bill.js';
import type { BillableLine, BillParties, BillToPost } from '../../../core/settlement/post-bill.js';
import type { Tx } from '../../../platform/db/sql.js';

export interface NewBill extends BillParties, BillToPost {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
}

export interface LockedBill {
  readonly id: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly number: string;
  readonly state: BillState;
  readonly amountRp: number;
  readonly matchedRp: number;
}

/** A line of a bill that stands, on a line of an order. */
export interface StandingLine extends BilledLine {
  readonly billId: string;
  readonly lineNo: number;
  readonly orderLineId: string;
}

type KeptLine = Pick<MatchedLine, 'matchedPacks' | 'matchedRp' | 'heldRp' | 'differences'>;

/** Writes sellers' bills and what was found when they were laid beside orders and receipts. */
@Injectable()
export class BillStore {
  linesToBill(tx: Tx, orderLineIds: readonly string[]): Promise<BillableLine[]> {
    return tx.rows(
      `SELECT line.id AS order_line_id, purchase_order.seller_id, buyer_id, pool_id
       FROM purchase_order_line AS line JOIN purchase_order ON purchase_order.id = order_id WHERE line.id = ANY ($1)`,
      [orderLineIds],
    );
  }

  async todayOf(tx: Tx, poolId: string): Promise<string | undefined> {
    const row = await tx.first<{ today: string }>(
      `SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS today
       FROM pool JOIN party ON party.id = organiser_id WHERE pool.id = $1`,
      [poolId],
    );
    return row?.today;
  }

  /** False when the seller has a bill of that number that stands. All of it is held until it is matched. */
  async insert(tx: Tx, bill: NewBill): Promise<boolean> {
    const amountRp = bill.lines.reduce((sum, line) => sum + line.amountRp, 0);
    const touched = await tx.change(
      `INSERT INTO seller_bill (id, seller_id, buyer_id, pool_id, number, billed_on, state, amount_rp, matched_rp, posted_by)
       VALUES ($1, $2, $3, $4, $5, $6, 'held', $7, 0, $8)
       ON CONFLICT (seller_id, number) WHERE state <> 'withdrawn' DO NOTHING`,
      [
        bill.id,
        bill.sellerId,
        bill.buyerId,
        bill.poolId,
        bill.number,
        bill.billedOn,
        amountRp,
        bill.personId,
      ],
    );
    if (touched === 0) return false;
    await tx.change(
      `INSERT INTO seller_bill_line (bill_id, line_no, order_line_id, description, packs, amount_rp, tax_rp, held_rp)
       SELECT $1, line_no, order_line_id, description, packs, amount_rp, tax_rp, amount_rp
       FROM unnest($2::uuid[], $3::text[], $4::int[], $5::bigint[], $6::bigint[])
         WITH ORDINALITY AS line (order_line_id, description, packs, amount_rp, tax_rp, line_no)`,
      [
        bill.id,
        bill.lines.map((line) => line.orderLineId),
        bill.lines.map((line) => line.description),
        bill.lines.map((line) => line.packs),
        bill.lines.map((line) => line.amountRp),
        bill.lines.map((line) => line.taxRp),
      ],
    );
    return true;
  }

  /** Locks what bills on these lines are matched by, in the order in which everybody locks: drops, lots, then bills. */
  async lockAround(tx: Tx, orderLineIds: readonly string[]): Promise<LockedBill[]> {
    await tx.rows(
      `SELECT FROM delivery_drop WHERE id IN (
         SELECT drop_id FROM purchase_order JOIN purchase_order_line AS line ON order_id = purchase_order.id WHERE line.id = ANY ($1))
       ORDER BY id FOR NO KEY UPDATE`,
      [orderLineIds],
    );
    await tx.rows(
      `SELECT FROM lot WHERE id IN (SELECT lot_id FROM purchase_order_line WHERE id = ANY ($1)) ORDER BY id FOR NO KEY UPDATE`,
      [orderLineIds],
    );
    return this.lockBills(tx, orderLineIds);
  }

  /** Locks the bills that stand on these lines. */
  lockBills(tx: Tx, orderLineIds: readonly string[]): Promise<LockedBill[]> {
    return tx.rows(
      `SELECT id, seller_id, buyer_id, number, state, amount_rp, matched_rp FROM seller_bill
       WHERE state <> 'withdrawn' AND id IN (SELECT bill_id FROM seller_bill_line WHERE order_line_id = ANY ($1))
       ORDER BY id FOR UPDATE`,
      [orderLineIds],
    );
  }

  async orderedLines(
    tx: Tx,
    orderLineIds: readonly string[],
  ): Promise<(OrderedLine & { readonly orderLineId: string })[]> {
    return tx.rows(
      `SELECT line.id AS order_line_id, packs, amount_rp, tax_rp, is_received, accepted_packs, accepted_rp
       FROM purchase_order_line AS line JOIN ordered_receipt ON order_line_id = line.id WHERE line.id = ANY ($1) ORDER BY line.id`,
      [orderLineIds],
    );
  }

  /** Lines of bills that stand, the bill that came first first; of one that has ended with what it came to. */
  standingLines(tx: Tx, orderLineIds: readonly string[]): Promise<StandingLine[]> {
    return tx.rows(
      `SELECT bill_id, line_no, order_line_id, packs, line.amount_rp, tax_rp,
         CASE WHEN state IN ('credited', 'accepted') THEN json_build_object('matchedPacks', matched_packs,
           'matchedRp', line.matched_rp, 'heldRp', held_rp, 'differences', differences) END AS kept
       FROM seller_bill_line AS line JOIN seller_bill ON seller_bill.id = bill_id
       WHERE order_line_id = ANY ($1) AND state <> 'withdrawn' ORDER BY posted_at, bill_id, line_no`,
      [orderLineIds],
    );
  }

  async keepMatch(tx: Tx, billId: string, lineNo: number, matched: KeptLine): Promise<void> {
    await tx.change(
      `UPDATE seller_bill_line SET matched_packs = $3, matched_rp = $4, held_rp = $5, differences = $6
       WHERE bill_id = $1 AND line_no = $2`,
      [
        billId,
        lineNo,
        matched.matchedPacks,
        matched.matchedRp,
        matched.heldRp,
        JSON.stringify(matched.differences),
      ],
    );
  }

  matchesOf(tx: Tx, billId: string): Promise<MatchedLine[]> {
    return tx.rows(
      `SELECT matched_packs, matched_rp, held_rp, differences FROM seller_bill_line WHERE bill_id = $1 ORDER BY line_no`,
      [billId],
    );
  }

  async markMatched(tx: Tx, billId: string, state: BillState, matchedRp: number): Promise<void> {
    await tx.change(
      'UPDATE seller_bill SET state = $2, matched_rp = $3, version = version + 1 WHERE id = $1',
      [billId, state, matchedRp],
    );
  }

  async markEnded(
    tx: Tx,
    billId: string,
    state: Extract<BillState, 'credited' | 'accepted' | 'withdrawn'>,
    reason: string,
  ): Promise<void> {
    const touched = await tx.change(
      `UPDATE seller_bill SET state = $2, ended_at = clock_timestamp(), end_reason = $3, version = version + 1
       WHERE id = $1 AND state NOT IN ('credited', 'accepted', 'withdrawn')`,
      [billId, state, reason],
    );
    if (touched !== 1) throw new Error(`bill ${billId} has ended already`);
  }

  async orderLinesOf(tx: Tx, billId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT order_line_id AS id FROM seller_bill_line WHERE bill_id = $1 AND order_line_id IS NOT NULL ORDER BY id',
      [billId],
    );
    return rows.map(({ id }) => id);
  }

  /** Lines of orders that a drop's receipt decides about: its own, and fixed charges of its lots. */
  async linesOfDrop(tx: Tx, dropId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT line.id FROM purchase_order_line AS line JOIN purchase_order ON purchase_order.id = order_id
       JOIN delivery_drop ON delivery_drop.id = $1
       WHERE drop_id = $1 OR (kind = 'fixed-charge' AND line.lot_id IN (SELECT lot_id FROM drop_line WHERE drop_id = $1))
       ORDER BY line.id`,
      [dropId],
    );
    return rows.map(({ id }) => id);
  }
}
