import { forward } from './forward.js';

/**
 * What a supplier bills of a lot is what it was awarded there, fixed charge aside, as far as lines were allocated it. A
 * sale goes at the clearing price instead of each bid's own: p24 holds its amounts.
 */
const promise = `
  WITH priced AS (
    SELECT lot_id, supplier_id, sum(packs) AS packs, sum(bill_rp) AS bill_rp
    FROM line_price GROUP BY lot_id, supplier_id
    -- What was asked for before lots had one price kept each supplier's own, and names no zone.
    HAVING bool_and(zone_code <> '')
  ), awarded AS (
    SELECT lot_id, award.id AS award_id, supplier_id, bid_id, packs, amount_rp - fixed_rp AS goods_rp
    FROM award JOIN award_line ON award_id = award.id WHERE award.state = 'approved'
  ), zoned AS (
    SELECT award_id, bid_id, count(*) AS zones FROM award_zone GROUP BY award_id, bid_id
  )
  SELECT priced.lot_id::text AS subject, 'supplier ' || priced.supplier_id || ' bills ' || bill_rp || ' for '
    || priced.packs || ' of ' || coalesce(awarded.packs, 0) || ' packs awarded at ' || coalesce(goods_rp, 0) AS detail
  FROM priced JOIN lot ON lot.id = priced.lot_id JOIN pool ON pool.id = lot.pool_id
  LEFT JOIN awarded ON awarded.lot_id = priced.lot_id AND awarded.supplier_id = priced.supplier_id
  LEFT JOIN zoned USING (award_id, bid_id)
  WHERE awarded.packs IS NULL OR priced.packs > awarded.packs OR side = 'buy' AND CASE
    WHEN priced.packs = awarded.packs THEN bill_rp <> goods_rp
    WHEN coalesce(zones, 0) < 2 THEN bill_rp <> div(goods_rp::numeric * priced.packs, awarded.packs)
    ELSE bill_rp > goods_rp END`;

/** What lots came to in the end is shown by party and page, and what suppliers bill is held to their awards. */
export const Statements1790000000310 = forward('Statements1790000000310', async (runner) => {
  await runner.query(`CREATE INDEX supplier_bill_supplier ON supplier_bill (supplier_id, drop_id)`);
  await runner.query(`CREATE VIEW p22_bills_follow_the_award WITH (security_invoker = true) AS ${promise}`);
  await runner.query(
    `GRANT SELECT ON p22_bills_follow_the_award TO sepikul_app, sepikul_worker, sepikul_auditor`,
  );
});
