import { Injectable } from '@nestjs/common';
import { oversees, partiesOf, type Principal } from '../../../platform/auth/principal.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { StatementPage } from '../statement.reader.js';
import type { WholeBillView } from './whole-bill.dto.js';

/** What was withheld of a bill by tax: what of it was taken back is taken off, and the last slip number counts. */
const WITHHELD = `
  SELECT coalesce(json_agg(json_build_object('code', code, 'baseRp', base_rp, 'rateBps', rate_bps, 'rateFrom', rate_from,
    'amountRp', amount_rp, 'slipNumber', slip_number) ORDER BY code), '[]') AS withheld, coalesce(sum(amount_rp), 0)::bigint AS withheld_rp
  FROM (
    SELECT code, (array_agg(base_rp ORDER BY sequence DESC))[1] AS base_rp, sum(amount_rp)::bigint AS amount_rp,
      (array_agg(rate_from ORDER BY sequence DESC))[1] AS rate_from
    FROM withheld_tax WHERE whole_bill_id = whole_bill.id GROUP BY code HAVING sum(amount_rp) > 0
  ) AS taken JOIN withholding_rate USING (code)
  LEFT JOIN LATERAL (SELECT slip_number FROM withholding_slip
    WHERE withholding_slip.whole_bill_id = whole_bill.id AND withholding_slip.code = taken.code ORDER BY id DESC LIMIT 1
  ) AS slip ON true
  WHERE withholding_rate.valid_from = taken.rate_from`;

/** Answers what suppliers billed an organiser that resells, and what of it was withheld. */
@Injectable()
export class WholeBillReader {
  /** A page of bills, the newest first: of the caller's organiser or supplier, or all for who oversees. */
  page(sql: Sql, caller: Principal, { poolId, cursor, limit }: StatementPage): Promise<WholeBillView[]> {
    return sql.rows(
      `SELECT whole_bill.id, lot_id, pool.id AS pool_id, pool.title AS pool_title, whole_bill.organiser_id,
         organiser.name AS organiser_name, supplier_id, supplier.name AS supplier_name,
         commodity.name_id AS commodity_name_id, commodity.name_en AS commodity_name_en,
         whole_bill.amount_rp, withheld_rp, withheld, due.id AS due_id, due.amount_rp AS payable_rp,
         whole_bill.due_at, billed_at
       FROM whole_bill JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
       JOIN pool_item ON pool_item.id = item_id JOIN commodity ON commodity.code = commodity_code
       JOIN party AS organiser ON organiser.id = whole_bill.organiser_id JOIN party AS supplier ON supplier.id = supplier_id
       LEFT JOIN due ON due.kind = 'supplier-bill' AND subject_id = whole_bill.id
       CROSS JOIN LATERAL (${WITHHELD}) AS tax
       WHERE ($1 OR whole_bill.organiser_id = ANY ($2) OR supplier_id = ANY ($2))
         AND ($3::uuid IS NULL OR pool.id = $3)
         AND ($4::uuid IS NULL OR (billed_at, whole_bill.id) < (SELECT billed_at, id FROM whole_bill AS last WHERE last.id = $4))
       ORDER BY billed_at DESC, whole_bill.id DESC LIMIT $5`,
      [oversees(caller), partiesOf(caller, 'organiser', 'supplier', 'koperasi'), poolId, cursor, limit],
    );
  }
}
