import { Injectable } from '@nestjs/common';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';

/** What a koperasi got so far for what it sold of a lot. */
export interface ProceedsRow {
  readonly koperasiId: string;
  readonly acceptedPacks: number;
  /** Packs x the basis points of their grade: what the price was paid for. */
  readonly worthBps: number;
  /** What its buyers were invoiced. */
  readonly invoicedRp: number;
  /** What it gets of that: all but the organiser's fee. */
  readonly proceedsRp: number;
}

/** Answers what koperasi got for what they sold. */
@Injectable()
export class ProceedsReader {
  /** By koperasi, of what was accepted: its own, or all for the pool's organiser and who oversees all. None in a buy pool. */
  proceedsOf(sql: Sql, lotId: string, caller: Principal): Promise<ProceedsRow[]> {
    return sql.rows(
      `SELECT delivery_drop.koperasi_id, sum(accepted_packs)::bigint AS accepted_packs, sum(worth_bps)::bigint AS worth_bps,
         sum(lines.invoiced_rp)::bigint AS invoiced_rp, sum(supplier_bill.amount_rp)::bigint AS proceeds_rp
       FROM supplier_bill
       JOIN delivery_drop ON delivery_drop.id = supplier_bill.drop_id
       JOIN pool ON pool.id = pool_id
       JOIN LATERAL (
         SELECT sum(drop_line.accepted_packs) AS accepted_packs, sum(worth_bps) AS worth_bps,
           sum(invoice_line.amount_rp) AS invoiced_rp
         FROM drop_line JOIN line_worth USING (drop_id, line_id) JOIN invoice USING (drop_id)
         JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
         WHERE drop_id = supplier_bill.drop_id AND lot_id = supplier_bill.lot_id
       ) AS lines ON true
       WHERE supplier_bill.lot_id = $1 AND side = 'sell'
         AND ($2 OR delivery_drop.koperasi_id = ANY ($3) OR organiser_id = ANY ($3))
       GROUP BY delivery_drop.koperasi_id ORDER BY delivery_drop.koperasi_id`,
      [lotId, oversees(caller), partiesOf(caller, 'koperasi', 'organiser')],
    );
  }
}
