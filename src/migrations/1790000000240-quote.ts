import { forward } from './forward.js';

/** The promise behind every quote. */
export const Quote1790000000240 = forward('Quote1790000000240', async (runner) => {
  // What was fixed when the pool opened, and the line's own limit; rounding may reach the next rupiah.
  await runner.query(`
    CREATE VIEW p17_nobody_pays_above_the_worst WITH (security_invoker = true) AS
    SELECT billed.line_id::text AS subject, 'invoiced ' || amount_rp || ' for ' || packs || ' packs at most '
      || worst_rp_per_unit || ' per unit' AS detail
    FROM (
      SELECT line_id, sum(amount_rp) AS amount_rp, sum(accepted_packs) AS packs FROM invoice_line GROUP BY line_id
    ) AS billed
    JOIN commitment_line ON commitment_line.id = billed.line_id
    JOIN pool_item ON pool_item.id = item_id
    CROSS JOIN LATERAL (
      SELECT least(max_landed_rp, coalesce(min(worst_rp_per_unit), ceiling_rp_per_unit)) AS worst_rp_per_unit
      FROM item_guarantee WHERE item_guarantee.item_id = pool_item.id AND from_packs <= quantity_packs
    ) AS known
    WHERE amount_rp > ceil(packs::numeric * pack_size_milli * worst_rp_per_unit / 1000)`);
  await runner.query(
    `GRANT SELECT ON p17_nobody_pays_above_the_worst TO sepikul_app, sepikul_worker, sepikul_auditor`,
  );
});
