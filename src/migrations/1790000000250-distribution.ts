import { forward } from './forward.js';
import { grant } from './grant.js';

const open = async (runner: Parameters<typeof grant>[0], name: string, query: string): Promise<void> => {
  await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
  await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
};

/** As before, but a line may be on several drops: what they carry of it is summed. */
const p05 = `
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
  FROM allocation LEFT JOIN (
    SELECT line_id, supplier_id, sum(shipped_packs) AS shipped_packs FROM drop_line GROUP BY line_id, supplier_id
  ) AS shipped USING (line_id, supplier_id)
  WHERE coalesce(shipped_packs, 0) <> packs AND (shipped.line_id IS NOT NULL OR EXISTS (
    SELECT FROM inbox JOIN outbox ON outbox.id = event_id
    WHERE consumer = 'delivery.on-lot-allocated' AND state = 'done' AND payload ->> 'lotId' = allocation.lot_id::text))
  UNION ALL
  SELECT drop_line.line_id::text, 'of settled lot ' || lot.id || ' is on a drop ' || delivery_drop.state
  FROM lot JOIN drop_line ON lot_id = lot.id JOIN delivery_drop ON delivery_drop.id = drop_id
  WHERE lot.state = 'settled' AND delivery_drop.state <> 'received'`;

/** As before, but for awards without bids: those of a distributed item, which p18 judges. */
const p09 = `
  SELECT bid_id::text AS subject, 'made ' || made_at || ', closed ' || closes_at AS detail
  FROM bid_revision JOIN bid ON bid.id = bid_id JOIN tender USING (lot_id)
  WHERE made_at >= closes_at
  UNION ALL
  SELECT lot_id::text, 'opened ' || opened_at || ', closed ' || closes_at FROM tender WHERE opened_at < closes_at
  UNION ALL
  SELECT award.lot_id::text, 'awarded before it was opened'
  FROM award LEFT JOIN tender USING (lot_id)
  WHERE award.mode = 'tender' AND (opened_at IS NULL OR computed_at < opened_at)`;

/**
 * A distributed lot is awarded to its one supplier at its one price, within its stock; no koperasi gets more than
 * its quota; nobody picks up more at once than may leave; nothing else is awarded without a bid.
 */
const p18 = `
  SELECT award.lot_id::text AS subject, 'awarded by ' || award.mode || ', item by ' || pool_item.mode AS detail
  FROM award JOIN lot ON lot.id = lot_id JOIN pool_item ON pool_item.id = item_id
  WHERE award.mode <> pool_item.mode
  UNION ALL
  SELECT award.lot_id::text, award_line.supplier_id || ' at ' || award_line.price_rp_per_unit
    || CASE WHEN bid_id IS NULL THEN ' without a bid' ELSE ' by a bid' END
  FROM award_line JOIN award ON award.id = award_id JOIN lot ON lot.id = award.lot_id
  LEFT JOIN item_distribution AS terms ON terms.item_id = lot.item_id
  WHERE (award.mode = 'tender') = (bid_id IS NULL)
    OR (award.mode = 'distribution' AND (award_line.supplier_id IS DISTINCT FROM terms.supplier_id
      OR award_line.price_rp_per_unit IS DISTINCT FROM terms.price_rp_per_unit))
  UNION ALL
  SELECT award.lot_id::text, awarded_packs || ' of a stock of ' || stock_packs
  FROM award JOIN lot ON lot.id = lot_id JOIN item_distribution USING (item_id)
  WHERE awarded_packs > stock_packs
  UNION ALL
  SELECT share.lot_id::text, koperasi_id || ' gets ' || sum(allocated_packs) || ' of a quota of ' || quota_per_buyer_packs
  FROM share JOIN commitment_line ON commitment_line.id = line_id JOIN item_distribution USING (item_id)
  GROUP BY share.lot_id, koperasi_id, quota_per_buyer_packs HAVING sum(allocated_packs) > quota_per_buyer_packs
  UNION ALL
  SELECT delivery_drop.id::text, 'picks up ' || sum(shipped_packs) || ', at most ' || max_per_pickup_packs || ' at once'
  FROM delivery_drop JOIN lot ON lot.id = pickup_lot_id JOIN item_distribution USING (item_id)
  JOIN drop_line ON drop_id = delivery_drop.id
  GROUP BY delivery_drop.id, max_per_pickup_packs HAVING sum(shipped_packs) > max_per_pickup_packs
  UNION ALL
  SELECT drop_line.drop_id::text, 'carries lot ' || drop_line.lot_id || ' with pick-ups of ' || coalesce(pickup_lot_id::text, 'none')
  FROM drop_line JOIN delivery_drop ON delivery_drop.id = drop_id JOIN lot ON lot.id = drop_line.lot_id
  JOIN pool_item ON pool_item.id = item_id
  WHERE pickup_lot_id IS DISTINCT FROM CASE pool_item.mode WHEN 'distribution' THEN drop_line.lot_id END`;

/** Items that a supplier distributes at a fixed price, awards without bids, and pick-ups of a line in several visits. */
export const Distribution1790000000250 = forward('Distribution1790000000250', async (runner) => {
  await runner.query(`
    CREATE TABLE item_distribution (
      item_id uuid PRIMARY KEY REFERENCES pool_item (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      price_rp_per_unit bigint NOT NULL CHECK (price_rp_per_unit > 0),
      quota_per_buyer_packs integer NOT NULL CHECK (quota_per_buyer_packs > 0),
      stock_packs bigint CHECK (stock_packs > 0),
      max_per_pickup_packs integer CHECK (max_per_pickup_packs > 0),
      pickup_place text NOT NULL CHECK (btrim(pickup_place) <> '')
    )`);
  await runner.query(`CREATE INDEX item_distribution_supplier ON item_distribution (supplier_id)`);
  await runner.query(`
    CREATE FUNCTION check_item_distribution() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM pool_item JOIN party ON party.id = NEW.supplier_id
        WHERE pool_item.id = NEW.item_id AND mode = 'distribution' AND party.kind = 'supplier'
          AND NEW.price_rp_per_unit <= ceiling_rp_per_unit
      ) THEN
        RAISE EXCEPTION 'item % is not distributed by % at %', NEW.item_id, NEW.supplier_id, NEW.price_rp_per_unit
          USING ERRCODE = 'check_violation', CONSTRAINT = 'item_distribution_fits_its_item';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER item_distribution_fits BEFORE INSERT OR UPDATE ON item_distribution
    FOR EACH ROW EXECUTE FUNCTION check_item_distribution()`);
  // Judged at commit: the item is written first, then its terms.
  await runner.query(`
    CREATE FUNCTION check_item_has_distribution() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM pool_item LEFT JOIN item_distribution ON item_id = id
        WHERE id = NEW.id AND (mode = 'distribution') <> (item_id IS NOT NULL)
      ) THEN
        RAISE EXCEPTION 'item % does not say how it is distributed', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'distributed_item_has_terms';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER distributed_item_has_terms AFTER INSERT OR UPDATE ON pool_item
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_item_has_distribution()`);

  // An award of a distributed lot is bound by what its pool declared: nobody proposes or approves it.
  await runner.query(`
    ALTER TABLE award
      ADD COLUMN mode text NOT NULL DEFAULT 'tender' CHECK (mode IN ('tender', 'distribution')),
      DROP CONSTRAINT award_check1,
      DROP CONSTRAINT award_check2,
      ADD CONSTRAINT award_check1 CHECK (CASE mode WHEN 'tender'
        THEN (proposed_by IS NULL) = (state = 'computed') ELSE proposed_by IS NULL END),
      ADD CONSTRAINT award_check2 CHECK (CASE mode WHEN 'tender'
        THEN (approved_by IS NULL) = (state <> 'approved') ELSE approved_by IS NULL AND state = 'approved' END)`);
  await runner.query(`
    ALTER TABLE award_line
      DROP CONSTRAINT award_line_pkey,
      ALTER COLUMN bid_id DROP NOT NULL,
      ADD PRIMARY KEY (award_id, supplier_id),
      ADD CONSTRAINT award_line_bid UNIQUE (award_id, bid_id)`);

  // A line above the most at once is picked up in several visits, each a drop of its own.
  await runner.query(`ALTER TABLE delivery_drop ADD COLUMN pickup_lot_id uuid REFERENCES lot (id)`);
  await runner.query(`DROP INDEX delivery_drop_one_planned`);
  await runner.query(`CREATE UNIQUE INDEX delivery_drop_one_planned
    ON delivery_drop (pool_id, supplier_id, koperasi_id) WHERE state = 'planned' AND pickup_lot_id IS NULL`);
  await runner.query(`ALTER TABLE drop_line DROP CONSTRAINT drop_line_line_id_supplier_id_key`);
  await runner.query(`CREATE INDEX drop_line_allocation ON drop_line (line_id, supplier_id)`);
  await grant(runner, { appended: ['item_distribution'] });
  await open(runner, 'p05_allocated_is_awarded', p05);
  await open(runner, 'p09_no_bid_after_its_deadline', p09);
  await open(runner, 'p18_distribution_within_its_terms', p18);
});
