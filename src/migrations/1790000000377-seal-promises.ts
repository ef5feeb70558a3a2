import { forward } from './forward.js';

/** Promises about the seal, as in 1790000000130-monitoring: each finds what must not be. */
const promises: Readonly<Record<string, string>> = {
  // What was bid in plain text before bids were sealed is older than its tender's key.
  p08_sealed_until_opened: `
    SELECT bid_id::text AS subject, 'in plain text, its tender is not opened' AS detail
    FROM bid_revision JOIN bid ON bid.id = bid_id JOIN tender USING (lot_id)
    WHERE opened_at IS NULL AND (hash IS NOT NULL OR EXISTS (
      SELECT FROM sealing_key WHERE sealing_key.lot_id = bid.lot_id AND sealing_key.made_at < bid_revision.made_at))
    UNION ALL
    SELECT supplier_id::text, 'terms for pool ' || supplier_terms_revision.pool_id || ' in plain text, lot ' || lot.id || ' is not opened'
    FROM supplier_terms_revision JOIN lot USING (pool_id) JOIN tender ON tender.lot_id = lot.id
    WHERE hash IS NOT NULL AND tender.opened_at IS NULL AND lot.state = 'bidding'
    UNION ALL
    SELECT key_id::text, 'released before its deadline'
    FROM released_key JOIN sealing_key ON sealing_key.id = key_id JOIN tender USING (lot_id, attempt)
    WHERE released_at < closes_at`,

  p09_no_bid_after_its_deadline: `
    SELECT bid_id::text AS subject, 'made ' || made_at || ', closed ' || closes_at AS detail
    FROM bid_revision JOIN bid ON bid.id = bid_id JOIN tender USING (lot_id)
    WHERE made_at >= closes_at
    UNION ALL
    SELECT lot_id::text, 'opened ' || opened_at || ', closed ' || closes_at FROM tender WHERE opened_at < closes_at
    UNION ALL
    SELECT award.id::text, 'computed ' || computed_at || ', opened ' || coalesce(opened_at::text, 'never')
    FROM award LEFT JOIN tender USING (lot_id)
    WHERE award.mode = 'tender' AND (opened_at IS NULL OR computed_at < opened_at)
    UNION ALL
    SELECT lot_id::text, 'sealed ' || sealed_bid.made_at || ' by ' || supplier_id || ', closed ' || closes_at
    FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id JOIN tender USING (lot_id, attempt)
    WHERE sealed_bid.made_at >= closes_at
    UNION ALL
    SELECT last.lot_id::text, 'the sealed bid of ' || last.supplier_id || ' was dropped at the opening'
    FROM (
      SELECT DISTINCT ON (key_id, supplier_id) key_id, supplier_id, revision, action, sealed_bid.hash, lot_id
      FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id JOIN tender USING (lot_id, attempt)
      WHERE opened_at IS NOT NULL ORDER BY key_id, supplier_id, revision DESC
    ) AS last
    WHERE action <> 'withdrawn' AND NOT EXISTS (
        SELECT FROM failed_bid WHERE failed_bid.key_id = last.key_id AND failed_bid.supplier_id = last.supplier_id)
      AND NOT EXISTS (
        SELECT FROM bid JOIN bid_revision ON bid_id = bid.id
        WHERE bid.lot_id = last.lot_id AND bid.supplier_id = last.supplier_id
          AND bid_revision.revision = last.revision AND bid_revision.hash = last.hash)`,
};

/** What is sealed stays sealed until it is opened, came in time, and none of it is dropped. */
export const SealPromises1790000000377 = forward('SealPromises1790000000377', async (runner) => {
  for (const [name, query] of Object.entries(promises)) {
    await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_auditor`);
  }
});
