import { Injectable } from '@nestjs/common';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { ClosingCreditView, LotClosingView, SupplierBillView } from './statement.dto.js';

/** Which entries, and where the page begins. */
export interface StatementPage {
  readonly poolId: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}

/** The pool's organiser and who oversees all see everything of a pool. */
const OF_ALL = '($1 OR organiser_id = ANY ($2))';

const given = (
  caller: Principal,
  { poolId, cursor, limit }: StatementPage,
  ...kinds: Parameters<typeof partiesOf>[1][]
): unknown[] => [
  oversees(caller),
  partiesOf(caller, 'organiser'),
  poolId,
  cursor,
  limit,
  partiesOf(caller, ...kinds),
];

/** Answers what lots came to in the end. */
@Injectable()
export class StatementReader {
  /** A page of what was paid back: to the caller's own koperasi. */
  creditPage(sql: Sql, caller: Principal, page: StatementPage): Promise<ClosingCreditView[]> {
    return sql.rows(
      `SELECT closing_credit.id, lot_id, pool_id, organiser_id, koperasi_id, amount_rp, issued_at
       FROM closing_credit JOIN lot ON lot.id = lot_id
       WHERE (${OF_ALL} OR koperasi_id = ANY ($6))
         AND ($3::uuid IS NULL OR pool_id = $3) AND ($4::uuid IS NULL OR closing_credit.id > $4)
       ORDER BY closing_credit.id LIMIT $5`,
      given(caller, page, 'koperasi'),
    );
  }

  /** A page of lots' closings: of those in which the caller's koperasi or kitchen has a line. */
  closingPage(sql: Sql, caller: Principal, page: StatementPage): Promise<LotClosingView[]> {
    return sql.rows(
      `SELECT lot_id, pool_id, invoiced_rp, billed_rp, fees_rp, credited_rp, uncovered_rp, lot_closing.closed_at
       FROM lot_closing JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
       WHERE (${OF_ALL} OR EXISTS (
           SELECT FROM commitment_line JOIN lot_membership ON line_id = commitment_line.id
           WHERE commitment_line.pool_id = pool.id AND lot_membership.lot_id = lot.id
             AND (koperasi_id = ANY ($6) OR beneficiary_id = ANY ($6))))
         AND ($3::uuid IS NULL OR pool_id = $3) AND ($4::uuid IS NULL OR lot_id > $4)
       ORDER BY lot_id LIMIT $5`,
      given(caller, page, 'koperasi', 'kitchen'),
    );
  }

  /** A page of what suppliers billed, by drop: the caller's own. */
  billPage(sql: Sql, caller: Principal, page: StatementPage): Promise<SupplierBillView[]> {
    return sql.rows(
      `SELECT drop_id, pool_id, bill.supplier_id, koperasi_id, sum(amount_rp)::bigint AS amount_rp, min(billed_at) AS billed_at,
         json_agg(json_build_object('lotId', lot_id, 'goodsRp', goods_rp, 'fixedRp', fixed_rp, 'amountRp', amount_rp)
           ORDER BY lot_id) AS lots
       FROM supplier_bill AS bill JOIN delivery_drop ON delivery_drop.id = drop_id JOIN pool ON pool.id = pool_id
       WHERE (${OF_ALL} OR bill.supplier_id = ANY ($6))
         AND ($3::uuid IS NULL OR pool_id = $3) AND ($4::uuid IS NULL OR drop_id > $4)
       GROUP BY drop_id, pool_id, bill.supplier_id, koperasi_id
       ORDER BY drop_id LIMIT $5`,
      given(caller, page, 'supplier'),
    );
  }
}
