import { forward } from './forward.js';
import { grant } from './grant.js';

/**
 * Each promise as a query that must return no row: `subject` names what is broken, `detail` the two numbers.
 * Every one is shown to find a planted violation (promise.reader.db.spec.ts).
 */
const promises: Readonly<Record<string, string>> = {
  // For all, and inside each party's own books; a journal without postings is none.
  p01_journals_sum_to_zero: `
    SELECT journal.id::text AS subject, count(posting.journal_id) || ' postings, sum ' || coalesce(sum(amount_rp), 0) AS detail
    FROM journal LEFT JOIN posting ON journal_id = journal.id
    GROUP BY journal.id HAVING count(posting.journal_id) < 2 OR sum(amount_rp) <> 0
    UNION ALL
    SELECT journal_id::text, 'party ' || party_id || ' sum ' || sum(amount_rp)
    FROM posting JOIN account ON account.id = account_id
    GROUP BY journal_id, party_id HAVING sum(amount_rp) <> 0`,

  // What is prepaid or unearned is exactly what was asked for and not invoiced yet, per account, at any time;
  // and what was received is invoiced within a day.
  p03_transit_accounts_clear: `
    WITH due AS (
      SELECT koperasi_id AS party_id, 'prepaid' AS purpose, amount_rp FROM payment_request
      WHERE NOT EXISTS (SELECT FROM invoice WHERE invoice.drop_id = payment_request.drop_id)
      UNION ALL
      SELECT supplier_id, 'unearned', -amount_rp FROM payment_request
      WHERE NOT EXISTS (SELECT FROM invoice WHERE invoice.drop_id = payment_request.drop_id)
    ), expected AS (
      SELECT party_id, purpose, sum(amount_rp) AS due_rp FROM due GROUP BY party_id, purpose
    ), kept AS (
      SELECT party_id, purpose, sum(amount_rp) AS kept_rp FROM account JOIN posting ON account_id = account.id
      WHERE purpose IN ('prepaid', 'unearned') GROUP BY party_id, purpose
    )
    SELECT party_id::text AS subject, purpose || ' ' || coalesce(kept_rp, 0) || ' of ' || coalesce(due_rp, 0) AS detail
    FROM expected FULL JOIN kept USING (party_id, purpose) WHERE coalesce(kept_rp, 0) <> coalesce(due_rp, 0)
    UNION ALL
    SELECT id::text, 'received ' || received_at || ', not invoiced' FROM delivery_drop
    WHERE received_at < clock_timestamp() - interval '24 hours'
      AND NOT EXISTS (SELECT FROM invoice WHERE drop_id = delivery_drop.id)`,

  // Per lot, per supplier and per line; and what was allocated is on drops, once delivery knows of it.
  p05_allocated_is_awarded: `
    SELECT award.lot_id::text AS subject, 'lines ' || sum(packs) || ' of award ' || awarded_packs AS detail
    FROM award JOIN award_line ON award_id = award.id
    GROUP BY award.lot_id, awarded_packs HAVING sum(packs) <> awarded_packs
    UNION ALL
    SELECT coalesce(awarded.lot_id, named.lot_id)::text, coalesce(awarded.supplier_id, named.supplier_id)
      || ' allocated and surplus ' || coalesce(named.packs, 0) || ' of ' || coalesce(awarded.packs, 0)
    FROM (
      SELECT lot_id, supplier_id, packs FROM award JOIN award_line ON award_id = award.id
      WHERE EXISTS (SELECT FROM share WHERE share.lot_id = award.lot_id)
    ) AS awarded FULL JOIN (
      SELECT lot_id, supplier_id, sum(packs) AS packs FROM (
        SELECT lot_id, supplier_id, packs FROM allocation UNION ALL SELECT lot_id, supplier_id, packs FROM surplus
      ) AS part GROUP BY lot_id, supplier_id
    ) AS named ON named.lot_id = awarded.lot_id AND named.supplier_id = awarded.supplier_id
    WHERE coalesce(named.packs, 0) <> coalesce(awarded.packs, 0)
    UNION ALL
    SELECT share.line_id::text, 'share ' || allocated_packs || ' named ' || coalesce(sum(packs), 0)
    FROM share LEFT JOIN allocation USING (line_id)
    GROUP BY share.line_id HAVING share.allocated_packs <> coalesce(sum(packs), 0)
    UNION ALL
    SELECT lot_membership.line_id::text, 'in contracted lot ' || lot.id || ' without a share'
    FROM lot_membership JOIN lot ON lot.id = lot_id LEFT JOIN share ON share.line_id = lot_membership.line_id
    WHERE lot.state IN ('contracted', 'delivering', 'settled') AND share.lot_id IS DISTINCT FROM lot.id
    UNION ALL
    SELECT allocation.line_id::text, 'from ' || allocation.supplier_id || ' on drops '
      || coalesce(shipped_packs, 0) || ' of ' || packs
    FROM allocation LEFT JOIN drop_line USING (line_id, supplier_id)
    WHERE coalesce(shipped_packs, 0) <> packs AND (drop_line.line_id IS NOT NULL OR EXISTS (
      SELECT FROM inbox JOIN outbox ON outbox.id = event_id
      WHERE consumer = 'delivery.on-lot-allocated' AND state = 'done' AND payload ->> 'lotId' = allocation.lot_id::text))
    UNION ALL
    SELECT drop_line.line_id::text, 'of settled lot ' || lot.id || ' is on a drop ' || delivery_drop.state
    FROM lot JOIN drop_line ON lot_id = lot.id JOIN delivery_drop ON delivery_drop.id = drop_id
    WHERE lot.state = 'settled' AND delivery_drop.state <> 'received'`,

  p06_nothing_above_capacity: `
    SELECT award_line.bid_id::text AS subject, packs || ' of ' || coalesce(capacity_packs, 0) AS detail
    FROM award_line JOIN LATERAL (
      SELECT capacity_packs FROM bid_revision WHERE bid_id = award_line.bid_id ORDER BY revision DESC LIMIT 1
    ) AS last ON true
    WHERE capacity_packs IS NULL OR packs > capacity_packs
    UNION ALL
    SELECT share.line_id::text, allocated_packs || ' of ' || quantity_packs + tolerance_packs
    FROM share JOIN commitment_line ON commitment_line.id = line_id
    WHERE allocated_packs > quantity_packs + tolerance_packs`,

  // A pool whose closing has been worked through left no active line without an end, and gave none to a line
  // that was withdrawn, or to a lot of another item.
  p07_every_line_has_one_end: `
    SELECT commitment_line.id::text AS subject, 'of pool ' || pool.id || ' ' || pool.state || ' has no end' AS detail
    FROM pool JOIN commitment_line ON commitment_line.pool_id = pool.id
    LEFT JOIN lot_membership ON line_id = commitment_line.id
    WHERE commitment_line.state = 'active' AND line_id IS NULL AND (
      pool.state = 'settled'
      OR EXISTS (SELECT FROM lot WHERE lot.pool_id = pool.id)
      OR EXISTS (
        SELECT FROM inbox JOIN outbox ON outbox.id = event_id
        WHERE consumer = 'lot.on-pool-closed' AND inbox.state = 'done' AND payload ->> 'poolId' = pool.id::text))
    UNION ALL
    SELECT line_id::text, CASE
        WHEN commitment_line.state = 'withdrawn' THEN 'withdrawn, yet has an end'
        WHEN pool.state NOT IN ('closed', 'settled') THEN 'of a pool ' || pool.state || ', yet has an end'
        ELSE 'of item ' || commitment_line.item_id || ' in a lot of ' || lot.item_id END
    FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id JOIN pool ON pool.id = commitment_line.pool_id
    LEFT JOIN lot ON lot.id = lot_id
    WHERE commitment_line.state = 'withdrawn' OR pool.state NOT IN ('closed', 'settled')
      OR lot.item_id <> commitment_line.item_id`,

  p09_no_bid_after_its_deadline: `
    SELECT bid_id::text AS subject, 'made ' || made_at || ', closed ' || closes_at AS detail
    FROM bid_revision JOIN bid ON bid.id = bid_id JOIN tender USING (lot_id)
    WHERE made_at >= closes_at
    UNION ALL
    SELECT lot_id::text, 'opened ' || opened_at || ', closed ' || closes_at FROM tender WHERE opened_at < closes_at
    UNION ALL
    SELECT award.lot_id::text, 'awarded before it was opened'
    FROM award LEFT JOIN tender USING (lot_id) WHERE opened_at IS NULL OR computed_at < opened_at`,

  // By the time it was recorded: what is woken again and again, and never done, is always due in a moment.
  p11_each_event_is_consumed: `
    SELECT event_id || ' ' || consumer AS subject, state || ' ' || coalesce(last_error, '') AS detail
    FROM inbox JOIN outbox ON outbox.id = event_id
    WHERE state = 'parked' OR (state = 'pending' AND recorded_at < clock_timestamp() - interval '2 minutes')
    UNION ALL
    SELECT id::text, type FROM outbox
    WHERE relayed_at IS NULL AND recorded_at < clock_timestamp() - interval '2 minutes'`,

  p12_nobody_approves_their_own: `
    SELECT id::text AS subject, 'proposed and approved by ' || approved_by AS detail
    FROM award WHERE approved_by = proposed_by`,

  // Lines, documents, receipts, prices, journals and numbers all say the same, to the rupiah.
  p15_invoices_match_their_lines: `
    SELECT invoice.id::text AS subject, amount_rp || ' lines ' || coalesce(sum, 0) AS detail
    FROM invoice LEFT JOIN (SELECT invoice_id, sum(amount_rp) FROM invoice_line GROUP BY invoice_id) AS lines
      ON invoice_id = invoice.id
    WHERE amount_rp <> coalesce(sum, 0)
    UNION ALL
    SELECT invoice_id::text, 'line ' || line_id || ' bills ' || amount_rp || ' for '
      || accepted_packs || ' x ' || pack_size_milli || ' x ' || price_rp_per_unit
    FROM invoice_line
    WHERE amount_rp <> div(accepted_packs::numeric * pack_size_milli * price_rp_per_unit + 500, 1000)
    UNION ALL
    SELECT invoice.id::text, 'line ' || drop_line.line_id || ' accepted ' || coalesce(drop_line.accepted_packs, -1)
      || ' at ' || coalesce(award_line.price_rp_per_unit, -1) || ', billed ' || coalesce(invoice_line.accepted_packs, -1)
      || ' at ' || coalesce(invoice_line.price_rp_per_unit, -1)
    FROM invoice JOIN drop_line USING (drop_id)
    LEFT JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
    LEFT JOIN award ON award.lot_id = drop_line.lot_id
    LEFT JOIN award_line ON award_id = award.id AND award_line.supplier_id = drop_line.supplier_id
    WHERE drop_line.accepted_packs IS DISTINCT FROM invoice_line.accepted_packs
      OR award_line.price_rp_per_unit IS DISTINCT FROM invoice_line.price_rp_per_unit
    UNION ALL
    SELECT invoice.drop_id::text, 'requested ' || coalesce(payment_request.amount_rp, -1)
      || ' invoiced ' || invoice.amount_rp || ' credited ' || coalesce(credit_note.amount_rp, 0)
    FROM invoice LEFT JOIN payment_request USING (drop_id) LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
    WHERE payment_request.amount_rp IS DISTINCT FROM invoice.amount_rp + coalesce(credit_note.amount_rp, 0)
    UNION ALL
    SELECT document.id::text, 'amount ' || document.amount_rp || ' journal ' || coalesce(debit_rp, 0)
    FROM (
      SELECT id, amount_rp, journal_id FROM payment_request
      UNION ALL SELECT id, amount_rp, journal_id FROM invoice
      UNION ALL SELECT id, amount_rp, journal_id FROM credit_note
    ) AS document
    LEFT JOIN (SELECT journal_id, sum(amount_rp) / 2 AS debit_rp FROM posting WHERE amount_rp > 0 GROUP BY journal_id) AS entry
      USING (journal_id)
    WHERE document.amount_rp <> coalesce(debit_rp, 0)
    UNION ALL
    SELECT issuer_id || ' ' || year, 'numbered to ' || coalesce(max(last_number), 0) || ', issued ' || count(invoice.id)
    FROM invoice_series FULL JOIN invoice USING (issuer_id, year)
    GROUP BY issuer_id, year
    HAVING max(last_number) IS DISTINCT FROM count(invoice.id) OR max(invoice.number) IS DISTINCT FROM max(last_number)`,
};

/** Indicators kept by consumers of events, and each promise as a view. */
export const Monitoring1790000000130 = forward('Monitoring1790000000130', async (runner) => {
  await runner.query(`
    CREATE TABLE pool_activity (
      pool_id uuid NOT NULL REFERENCES pool (id),
      event_type text NOT NULL,
      event_count bigint NOT NULL CHECK (event_count > 0),
      last_at timestamptz NOT NULL,
      PRIMARY KEY (pool_id, event_type)
    )`);
  await grant(runner, { kept: ['pool_activity'] });
  for (const [name, query] of Object.entries(promises)) {
    await runner.query(`CREATE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
  }
});
