import { Injectable } from '@nestjs/common';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { DropDifferenceView } from './difference.dto.js';
import { joinSharedLine } from '../pool/index.js';

const DIFFERS = 'accepted_packs + returned_packs < shipped_packs';

/** Answers what did not come as it was sent, and what became of it. */
@Injectable()
export class DifferenceReader {
  /** Received drops of a pool of which not all was accepted; for its organiser and who oversees all. */
  page(
    sql: Sql,
    caller: Principal,
    poolId: string,
    cursor: string | null,
    limit: number,
  ): Promise<DropDifferenceView[]> {
    return sql.rows(
      `SELECT delivery_drop.id AS drop_id,
         (SELECT name FROM party WHERE party.id = sender_id) AS sender_name,
         (SELECT name FROM party WHERE party.id = receiver_id) AS receiver_name,
         delivery_note, received_at, goods, invoice.id AS invoice_id, invoice.amount_rp AS invoiced_rp,
         (SELECT coalesce(sum(amount_rp), 0) FROM payment_request WHERE drop_id = delivery_drop.id)::bigint AS requested_rp,
         coalesce(credit_note.amount_rp, 0) AS credited_rp,
         CASE WHEN credit_note.id IS NULL THEN 'none'
           WHEN EXISTS (SELECT FROM due WHERE kind = 'credit' AND subject_id = credit_note.id AND due.state = 'open')
           THEN 'open' ELSE 'paid' END AS credit
       FROM delivery_drop JOIN drop_role USING (id) JOIN pool ON pool.id = pool_id
       CROSS JOIN LATERAL (
         SELECT json_agg(json_build_object('packCode', pack_code, 'commodityNameId', name_id, 'commodityNameEn', name_en,
             'packSizeMilli', pack_size_milli, 'baseUnit', base_unit, 'shippedPacks', shipped, 'acceptedPacks', accepted,
             'quarantinedPacks', quarantined, 'damagedPacks', damaged, 'missingPacks', missing) ORDER BY position) AS goods
         FROM (
           SELECT item_id, sum(shipped_packs) AS shipped, sum(accepted_packs + returned_packs) AS accepted,
             sum(quarantined_packs) AS quarantined, sum(damaged_packs) AS damaged, sum(missing_packs) AS missing
           FROM drop_line ${joinSharedLine('line_id')}
           WHERE drop_id = delivery_drop.id AND ${DIFFERS} GROUP BY item_id
         ) AS counted JOIN pool_item ON pool_item.id = item_id JOIN commodity ON commodity.code = commodity_code
       ) AS differing
       LEFT JOIN invoice ON invoice.drop_id = delivery_drop.id
       LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
       WHERE ($1 OR organiser_id = ANY ($2)) AND pool_id = $3 AND delivery_drop.state = 'received'
         AND EXISTS (SELECT FROM drop_line WHERE drop_id = delivery_drop.id AND ${DIFFERS})
         AND ($4::uuid IS NULL OR delivery_drop.id > $4)
       ORDER BY delivery_drop.id LIMIT $5`,
      [oversees(caller), partiesOf(caller, 'organiser'), poolId, cursor, limit],
    );
  }
}
