import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from './grant.js';

/** Indicators kept by consumers of events, and each promise as a view that must return no row. */
export class Monitoring1790000000130 implements MigrationInterface {
  readonly name = 'Monitoring1790000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pool_activity (
        pool_id uuid NOT NULL REFERENCES pool (id),
        event_type text NOT NULL,
        event_count bigint NOT NULL CHECK (event_count > 0),
        last_at timestamptz NOT NULL,
        PRIMARY KEY (pool_id, event_type)
      )`);
    await grant(runner, { kept: ['pool_activity'] });
    const promises: Record<string, string> = {
      p01_journals_sum_to_zero: `
        SELECT journal_id::text AS subject, sum(amount_rp)::text AS detail FROM posting
        GROUP BY journal_id HAVING sum(amount_rp) <> 0`,
      p03_transit_accounts_clear: `
        SELECT account.id::text AS subject, purpose || ' ' || sum(amount_rp) AS detail
        FROM posting JOIN account ON account.id = account_id
        WHERE purpose IN ('prepaid', 'unearned') AND NOT EXISTS (
          SELECT FROM delivery_drop WHERE state = 'dispatched' AND account.party_id IN (supplier_id, koperasi_id))
        AND NOT EXISTS (SELECT FROM inbox WHERE state <> 'done')
        AND NOT EXISTS (SELECT FROM outbox WHERE relayed_at IS NULL)
        GROUP BY account.id, purpose HAVING sum(amount_rp) <> 0`,
      p05_allocated_is_awarded: `
        SELECT share.lot_id::text AS subject, sum(allocated_packs) || ' of ' || max(award.awarded_packs) AS detail
        FROM share JOIN award ON award.lot_id = share.lot_id
        GROUP BY share.lot_id HAVING sum(allocated_packs) <> max(award.awarded_packs)
        UNION ALL
        SELECT share.line_id::text, allocated_packs || ' named ' || coalesce(sum(packs), 0)
        FROM share LEFT JOIN allocation USING (line_id)
        GROUP BY share.line_id HAVING share.allocated_packs <> coalesce(sum(packs), 0)`,
      p06_nothing_above_capacity: `
        SELECT award_line.bid_id::text AS subject, packs || ' of ' || capacity_packs AS detail
        FROM award_line JOIN LATERAL (
          SELECT capacity_packs FROM bid_revision WHERE bid_id = award_line.bid_id ORDER BY revision DESC LIMIT 1
        ) AS last ON true
        WHERE capacity_packs IS NULL OR packs > capacity_packs
        UNION ALL
        SELECT share.line_id::text, allocated_packs || ' of ' || quantity_packs + tolerance_packs
        FROM share JOIN commitment_line ON commitment_line.id = line_id
        WHERE allocated_packs > quantity_packs + tolerance_packs`,
      p07_every_line_has_one_end: `
        SELECT commitment_line.id::text AS subject, pool.state AS detail
        FROM commitment_line JOIN pool ON pool.id = pool_id
        LEFT JOIN lot_membership ON line_id = commitment_line.id
        WHERE commitment_line.state = 'active' AND pool.state IN ('closed', 'settled') AND line_id IS NULL
          AND EXISTS (SELECT FROM lot_membership AS any_member JOIN commitment_line AS l ON l.id = any_member.line_id
                      WHERE l.pool_id = pool.id)`,
      p09_no_bid_after_its_deadline: `
        SELECT bid_id::text AS subject, made_at::text AS detail
        FROM bid_revision JOIN bid ON bid.id = bid_id JOIN tender USING (lot_id)
        WHERE made_at >= closes_at
        UNION ALL
        SELECT lot_id::text, opened_at::text FROM tender WHERE opened_at < closes_at`,
      p11_each_event_is_consumed: `
        SELECT event_id || ' ' || consumer AS subject, state || ' ' || coalesce(last_error, '') AS detail
        FROM inbox WHERE state = 'parked' OR (state = 'pending' AND due_at < clock_timestamp() - interval '2 minutes')
        UNION ALL
        SELECT id::text, type FROM outbox
        WHERE relayed_at IS NULL AND recorded_at < clock_timestamp() - interval '2 minutes'`,
      p12_nobody_approves_their_own: `
        SELECT id::text AS subject, approved_by::text AS detail FROM award WHERE approved_by = proposed_by`,
      p15_invoices_match_their_lines: `
        SELECT invoice.id::text AS subject, amount_rp || ' lines ' || coalesce(sum, 0) AS detail
        FROM invoice LEFT JOIN (SELECT invoice_id, sum(amount_rp) FROM invoice_line GROUP BY invoice_id) AS lines
          ON invoice_id = invoice.id
        WHERE amount_rp <> coalesce(sum, 0)
        UNION ALL
        SELECT invoice_id::text, line_id || ' accepted ' || drop_line.accepted_packs
        FROM invoice_line JOIN invoice ON invoice.id = invoice_id JOIN drop_line USING (drop_id, line_id)
        WHERE drop_line.accepted_packs IS DISTINCT FROM invoice_line.accepted_packs
        UNION ALL
        SELECT delivery_drop.id::text, 'requested ' || payment_request.amount_rp
          || ' invoiced ' || invoice.amount_rp || ' credited ' || coalesce(credit_note.amount_rp, 0)
        FROM delivery_drop JOIN payment_request ON payment_request.drop_id = delivery_drop.id
        JOIN invoice ON invoice.drop_id = delivery_drop.id
        LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
        WHERE payment_request.amount_rp <> invoice.amount_rp + coalesce(credit_note.amount_rp, 0)`,
    };
    for (const [name, query] of Object.entries(promises)) {
      await runner.query(`CREATE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
      await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
