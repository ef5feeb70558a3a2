import { Injectable } from '@nestjs/common';
import type { PoolTotals } from '../../core/monitoring/pool-facts.js';
import type { Sql } from '../../platform/db/sql.js';

const LINES = `
  SELECT coalesce(sum(quantity_packs), 0)::bigint AS asked_packs,
    coalesce(sum(allocated_packs), 0)::bigint AS allocated_packs,
    coalesce(sum(asked_packs - allocated_packs), 0)::bigint AS short_packs,
    coalesce(sum(quantity_packs) FILTER (WHERE refusal IS NOT NULL), 0)::bigint AS refused_packs,
    coalesce(sum(quantity_packs) FILTER (WHERE share.line_id IS NULL AND member.lot_id IS NOT NULL), 0)::bigint
      AS unshared_packs,
    coalesce(sum(quantity_packs) FILTER (WHERE member.line_id IS NULL AND NOT is_formed), 0)::bigint AS unformed_packs
  FROM commitment_line AS line
  CROSS JOIN (SELECT EXISTS (
    SELECT FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id WHERE pool_id = $1) AS is_formed) AS pool
  LEFT JOIN lot_membership AS member ON member.line_id = line.id
  LEFT JOIN share ON share.line_id = line.id
  WHERE line.pool_id = $1 AND line.state = 'active'`;

const LOTS = `
  SELECT
    (SELECT coalesce(sum(awarded_packs), 0)::bigint FROM award JOIN lot ON lot.id = lot_id
     WHERE pool_id = $1 AND award.state <> 'replaced'
       AND EXISTS (SELECT FROM share WHERE share.lot_id = lot.id)) AS awarded_packs,
    (SELECT coalesce(sum(packs), 0)::bigint FROM allocation JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS named_packs,
    (SELECT coalesce(sum(packs), 0)::bigint FROM surplus JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS surplus_packs,
    (SELECT coalesce(sum(packs), 0)::bigint FROM allocation JOIN lot ON lot.id = lot_id
     WHERE pool_id = $1 AND state IN ('delivering', 'settled')) AS due_on_drops_packs`;

const DROPS = `
  SELECT coalesce(sum(shipped_packs) FILTER (WHERE lot.state IN ('delivering', 'settled')), 0)::bigint AS on_drops_packs,
    coalesce(sum(shipped_packs) FILTER (WHERE delivery_drop.state = 'received'), 0)::bigint AS shipped_packs,
    coalesce(sum(accepted_packs), 0)::bigint AS accepted_packs,
    coalesce(sum(quarantined_packs), 0)::bigint AS quarantined_packs,
    coalesce(sum(damaged_packs), 0)::bigint AS damaged_packs,
    coalesce(sum(missing_packs), 0)::bigint AS missing_packs
  FROM delivery_drop JOIN drop_line ON drop_id = delivery_drop.id JOIN lot ON lot.id = lot_id
  WHERE delivery_drop.pool_id = $1`;

const DOCUMENTS = `
  SELECT coalesce(sum(invoice.amount_rp), 0)::bigint AS invoiced_rp,
    coalesce(sum(credit_note.amount_rp), 0)::bigint AS credited_rp,
    (coalesce(sum(payment_request.amount_rp) FILTER (WHERE invoice.id IS NOT NULL), 0) + coalesce(sum(balance.amount_rp), 0))::bigint AS settled_requests_rp,
    coalesce(sum(payment_request.amount_rp) FILTER (WHERE invoice.id IS NULL), 0)::bigint AS open_requests_rp
  FROM delivery_drop
  LEFT JOIN LATERAL (
    SELECT sum(amount_rp) AS amount_rp FROM payment_request WHERE drop_id = delivery_drop.id) AS payment_request ON true
  LEFT JOIN invoice ON invoice.drop_id = delivery_drop.id
  LEFT JOIN LATERAL (
    SELECT sum(amount_rp) AS amount_rp FROM invoice_balance WHERE invoice_id = invoice.id) AS balance ON true
  LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
  WHERE pool_id = $1`;

const BILLS = `
  SELECT (SELECT coalesce(sum(amount_rp), 0)::bigint FROM supplier_bill JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS billed_rp,
    (SELECT coalesce(sum(amount_rp), 0)::bigint FROM supplier_bill JOIN lot ON lot.id = lot_id
     WHERE pool_id = $1 AND state = 'settled') AS settled_bills_rp,
    (SELECT coalesce(sum(invoice_line.amount_rp), 0)::bigint
     FROM lot JOIN drop_line ON lot_id = lot.id JOIN invoice USING (drop_id)
     JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
     WHERE pool_id = $1 AND lot.state = 'settled') AS settled_invoices_rp,
    (SELECT coalesce(sum(amount_rp), 0)::bigint FROM closing_credit JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS paid_back_rp,
    (SELECT coalesce(sum(uncovered_rp), 0)::bigint FROM lot_closing JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS uncovered_rp,
    (SELECT coalesce(sum(fees_rp), 0)::bigint FROM lot_closing JOIN lot ON lot.id = lot_id WHERE pool_id = $1) AS fees_rp`;

const JOURNALS = `
  SELECT journal_id FROM payment_request JOIN delivery_drop ON delivery_drop.id = drop_id WHERE pool_id = $1
  UNION ALL SELECT journal_id FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id WHERE pool_id = $1
  UNION ALL SELECT credit_note.journal_id FROM credit_note JOIN invoice ON invoice.id = invoice_id
    JOIN delivery_drop ON delivery_drop.id = drop_id WHERE pool_id = $1
  UNION ALL SELECT journal.id FROM delivery_drop JOIN journal ON business_key = 'supplier-bill:' || delivery_drop.id
    WHERE delivery_drop.pool_id = $1
  UNION ALL SELECT fee_journal_id FROM lot_closing JOIN lot ON lot.id = lot_id WHERE pool_id = $1
  UNION ALL SELECT journal_id FROM closing_credit JOIN lot ON lot.id = lot_id WHERE pool_id = $1`;

/** An organiser that resells keeps what lies between invoices and bills in its sales and purchases. */
const POSTINGS = `
  SELECT coalesce(sum(posting.amount_rp) FILTER (WHERE posting.amount_rp > 0), 0)::bigint AS debit_rp,
    coalesce(-sum(posting.amount_rp) FILTER (WHERE posting.amount_rp < 0), 0)::bigint AS credit_rp,
    coalesce(sum(posting.amount_rp) FILTER (WHERE purpose = 'sales' AND NOT is_between), 0)::bigint AS sales_rp,
    coalesce(sum(posting.amount_rp) FILTER (WHERE purpose = 'purchases' AND NOT is_between), 0)::bigint AS purchases_rp,
    coalesce(sum(posting.amount_rp) FILTER (WHERE is_between), 0)::bigint AS equalisation_rp,
    coalesce(sum(posting.amount_rp) FILTER (WHERE purpose = 'fees'), 0)::bigint AS earned_fees_rp,
    coalesce(sum(posting.amount_rp) FILTER (WHERE purpose = 'prepaid'), 0)::bigint AS prepaid_rp,
    coalesce(sum(posting.amount_rp) FILTER (WHERE purpose = 'unearned'), 0)::bigint AS unearned_rp
  FROM (${JOURNALS}) AS kept JOIN posting USING (journal_id) JOIN account ON account.id = account_id
  JOIN party ON party.id = party_id
  CROSS JOIN LATERAL (
    SELECT purpose = 'equalisation' OR (kind = 'organiser' AND purpose IN ('sales', 'purchases')) AS is_between) AS place`;

@Injectable()
export class TotalsReader {
  /** A pool's sums, each counted where it is kept, all at one moment. */
  async totalsOf(sql: Sql, poolId: string): Promise<PoolTotals> {
    const row = await sql.first<PoolTotals>(
      `SELECT * FROM (${LINES}) AS lines, (${LOTS}) AS lots, (${DROPS}) AS drops, (${DOCUMENTS}) AS documents,
         (${BILLS}) AS bills, (${POSTINGS}) AS postings`,
      [poolId],
    );
    if (row === undefined) throw new Error(`pool ${poolId} has no totals`);
    return row;
  }
}
