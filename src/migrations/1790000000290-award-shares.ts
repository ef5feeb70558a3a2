import { forward } from './forward.js';
import { grant } from './grant.js';

/** What so many packs of the award's item cost at a fee per unit, in whole rupiah, half up: `amountRp` of the code. */
const feeRp = (packs: string): string =>
  `div(${packs}::numeric * pack_size_milli * coalesce(fee_rp_per_unit, 0) + 500, 1000)`;

/** What a line can come to pay per base unit at most: its own limit, or what was fixed when the pool opened. */
const WORST = `least(commitment_line.max_landed_rp, coalesce(
  (SELECT min(worst_rp_per_unit) FROM item_guarantee
   WHERE item_guarantee.item_id = commitment_line.item_id AND from_packs <= commitment_line.quantity_packs),
  ceiling_rp_per_unit))`;

/**
 * Of an award with shares: they are what was awarded, cost what it cost and the fee, keep to limit, quantity and
 * tolerance, and are what lines were then allocated and charged, as far as nobody pays above the worst. A sale's amounts are what is got, less fees.
 */
const p19 = `
  WITH shared AS (
    SELECT award.id AS award_id, award.lot_id, awarded_packs, cost_rp, pool.side, kind, fee_rp_per_unit, pack_size_milli,
      sum(award_share.packs) AS packs, sum(award_share.amount_rp) AS amount_rp
    FROM award JOIN award_share ON award_share.award_id = award.id
    JOIN lot ON lot.id = award.lot_id JOIN pool_item ON pool_item.id = item_id JOIN pool ON pool.id = lot.pool_id
    LEFT JOIN pool_pricing ON pool_pricing.pool_id = pool.id
    GROUP BY award.id, pool.side, kind, fee_rp_per_unit, pack_size_milli
  ), fees AS (
    SELECT award_id, CASE WHEN kind = 'per-zone' THEN (
        SELECT coalesce(sum(${feeRp('zone.packs')}), 0) FROM (
          SELECT sum(award_zone.packs) AS packs FROM award_zone
          WHERE award_zone.award_id = shared.award_id GROUP BY zone_code) AS zone)
      ELSE ${feeRp('packs')} END AS fees_rp
    FROM shared
  )
  SELECT lot_id::text AS subject, 'shares ' || packs || ' of ' || awarded_packs AS detail
  FROM shared WHERE packs <> awarded_packs
  UNION ALL
  SELECT lot_id::text, 'shares Rp' || amount_rp || ', cost Rp' || cost_rp || ' and fees Rp' || fees_rp
  FROM shared JOIN fees USING (award_id) WHERE side = 'buy' AND amount_rp <> cost_rp + fees_rp
  UNION ALL
  SELECT award_share.line_id::text, 'pays ' || amount_rp || ' for ' || packs || ', limit ' || max_landed_rp
  FROM award_share JOIN commitment_line ON commitment_line.id = line_id JOIN pool_item ON pool_item.id = item_id
  JOIN pool ON pool.id = commitment_line.pool_id
  WHERE side = 'buy' AND amount_rp::numeric * 1000 > max_landed_rp::numeric * packs * pack_size_milli
  UNION ALL
  SELECT award_share.line_id::text, packs || ' of ' || quantity_packs + tolerance_packs || ', at least ' || minimum_packs
  FROM award_share JOIN commitment_line ON commitment_line.id = line_id
  WHERE packs > quantity_packs + tolerance_packs OR (packs > 0 AND packs < minimum_packs)
  UNION ALL
  SELECT award_share.line_id::text, 'awarded ' || award_share.packs || ', allocated ' || allocated_packs
  FROM award JOIN award_share ON award_share.award_id = award.id JOIN share USING (line_id)
  WHERE award.state = 'approved' AND award_share.packs <> allocated_packs
  UNION ALL
  SELECT line_id::text, 'awarded at ' || amount_rp || ', at most ' || coalesce(most_rp, amount_rp) || ', charged ' || charged_rp
  FROM (
    SELECT award_share.line_id, award_share.amount_rp, sum(charge_rp) AS charged_rp,
      div(${WORST}::numeric * award_share.packs * pack_size_milli, 1000) AS most_rp
    FROM award JOIN award_share ON award_share.award_id = award.id JOIN line_price USING (line_id)
    JOIN commitment_line ON commitment_line.id = award_share.line_id
    JOIN pool ON pool.id = commitment_line.pool_id JOIN pool_item ON pool_item.id = commitment_line.item_id
    WHERE award.state = 'approved' AND side = 'buy'
    GROUP BY award_share.line_id, award_share.amount_rp, award_share.packs, pack_size_milli, ceiling_rp_per_unit,
      commitment_line.max_landed_rp, commitment_line.item_id, commitment_line.quantity_packs
  ) AS charged
  WHERE charged_rp <> least(amount_rp, most_rp)`;

/**
 * What each line gets of an award and pays for it, or why it gets nothing: who buys together is decided with the
 * award, by limits, minimums, tolerance and the pool's rule.
 */
export const AwardShares1790000000290 = forward('AwardShares1790000000290', async (runner) => {
  await runner.query(`
    ALTER TABLE award
      ADD COLUMN tolerance_packs bigint NOT NULL DEFAULT 0 CHECK (tolerance_packs >= 0),
      ADD COLUMN left_packs bigint NOT NULL DEFAULT 0 CHECK (left_packs BETWEEN 0 AND demand_packs)`);
  // What is tolerated comes on top of what was asked.
  await runner.query(`
    DO $$
    DECLARE
      rule text;
    BEGIN
      SELECT conname INTO STRICT rule FROM pg_constraint
      WHERE conrelid = 'award'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) = 'CHECK ((awarded_packs <= demand_packs))';
      EXECUTE format('ALTER TABLE award DROP CONSTRAINT %I', rule);
    END $$`);
  await runner.query(`
    ALTER TABLE award ADD CONSTRAINT nobody_is_awarded_more_than_asked_and_tolerated
      CHECK (awarded_packs + left_packs <= demand_packs + tolerance_packs)`);
  await runner.query(`ALTER TABLE award_group ADD COLUMN coalition jsonb`);
  await runner.query(`
    CREATE TABLE award_share (
      award_id uuid NOT NULL REFERENCES award (id),
      line_id uuid NOT NULL REFERENCES commitment_line (id),
      packs integer NOT NULL CHECK (packs >= 0),
      amount_rp bigint NOT NULL,
      reason text CHECK (reason IN ('LIMIT_EXCEEDED', 'OTHERS_WOULD_LEAVE', 'RELEASED_BELOW_MINIMUM', 'UNSERVED')),
      would_packs integer CHECK (would_packs > 0),
      would_amount_rp bigint,
      PRIMARY KEY (award_id, line_id),
      CONSTRAINT nothing_is_had_for_nothing CHECK (packs > 0 OR amount_rp = 0),
      CONSTRAINT who_gets_nothing_is_told_why CHECK ((packs = 0) = (reason IS NOT NULL)),
      CONSTRAINT what_it_would_pay_is_told_whole CHECK (
        (would_packs IS NULL) = (would_amount_rp IS NULL)
        AND (would_packs IS NOT NULL) = coalesce(reason IN ('LIMIT_EXCEEDED', 'OTHERS_WOULD_LEAVE'), false))
    )`);
  await runner.query(`CREATE INDEX award_share_line ON award_share (line_id)`);
  await grant(runner, { appended: ['award_share'] });
  await runner.query(`CREATE VIEW p19_award_shares_add_up WITH (security_invoker = true) AS ${p19}`);
  await runner.query(
    `GRANT SELECT ON p19_award_shares_add_up TO sepikul_app, sepikul_worker, sepikul_auditor`,
  );
});
