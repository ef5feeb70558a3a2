import { forward } from './forward.js';
import { grant } from './grant.js';

/**
 * Standing offers with their append-only revisions, and what of them binds a pool: rows that only the
 * transaction can write that opens the pool, so that nothing published, replaced or ended later can change it.
 */
export const Offer1790000000230 = forward('Offer1790000000230', async (runner) => {
  await runner.query(`
    CREATE TABLE standing_offer (
      id uuid PRIMARY KEY,
      supplier_id uuid NOT NULL REFERENCES party (id),
      pack_code text NOT NULL REFERENCES pack (code),
      region_code text NOT NULL REFERENCES region (code),
      UNIQUE (supplier_id, pack_code, region_code)
    )`);
  await runner.query(`CREATE INDEX standing_offer_region ON standing_offer (region_code, pack_code)`);
  await runner.query(`
    CREATE TABLE standing_offer_revision (
      offer_id uuid NOT NULL REFERENCES standing_offer (id),
      revision integer NOT NULL CHECK (revision > 0),
      action text NOT NULL CHECK (action IN ('published', 'replaced', 'ended')),
      tier_kind text CHECK (tier_kind IN ('all-units', 'incremental')),
      tiers jsonb CHECK (jsonb_typeof(tiers) = 'array' AND jsonb_array_length(tiers) BETWEEN 1 AND 12),
      capacity_packs integer CHECK (capacity_packs > 0),
      minimum_packs integer CHECK (minimum_packs >= 0 AND (capacity_packs IS NULL OR minimum_packs <= capacity_packs)),
      lead_time_days integer CHECK (lead_time_days BETWEEN 0 AND 365),
      surcharge_rp_per_unit jsonb CHECK (jsonb_typeof(surcharge_rp_per_unit) = 'object'),
      valid_from date,
      valid_until date,
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (offer_id, revision),
      CHECK (valid_from <= valid_until),
      CHECK (CASE WHEN action = 'ended'
        THEN num_nonnulls(tier_kind, tiers, capacity_packs, minimum_packs, lead_time_days, surcharge_rp_per_unit, valid_from, valid_until) = 0
        ELSE num_nulls(tier_kind, tiers, minimum_packs, lead_time_days, surcharge_rp_per_unit, valid_from, valid_until) = 0 END)
    )`);
  await runner.query(`
    CREATE TABLE item_offer (
      item_id uuid NOT NULL REFERENCES pool_item (id),
      offer_id uuid NOT NULL,
      revision integer NOT NULL,
      PRIMARY KEY (item_id, offer_id),
      FOREIGN KEY (offer_id, revision) REFERENCES standing_offer_revision (offer_id, revision)
    )`);
  await runner.query(`
    CREATE TABLE item_guarantee (
      item_id uuid NOT NULL REFERENCES pool_item (id),
      from_packs integer NOT NULL CHECK (from_packs > 0),
      worst_rp_per_unit bigint NOT NULL CHECK (worst_rp_per_unit > 0),
      PRIMARY KEY (item_id, from_packs)
    )`);
  await runner.query(`
    CREATE FUNCTION check_bound_at_opening() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM pool_item JOIN pool ON pool.id = pool_id
        WHERE pool_item.id = NEW.item_id AND pool.state = 'open' AND pool.xmin = pg_current_xact_id()::xid
      ) THEN
        RAISE EXCEPTION 'what binds item % is fixed by the transaction that opens its pool', NEW.item_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'bound_at_opening';
      END IF;
      RETURN NEW;
    END $$`);
  for (const table of ['item_offer', 'item_guarantee'])
    await runner.query(`
      CREATE TRIGGER bound_at_opening BEFORE INSERT ON ${table}
      FOR EACH ROW EXECUTE FUNCTION check_bound_at_opening()`);
  await runner.query(`
    CREATE FUNCTION check_offer_fits_item() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM pool_item JOIN pool ON pool.id = pool_id
        JOIN standing_offer ON standing_offer.pack_code = pool_item.pack_code AND standing_offer.region_code = pool.region_code
        JOIN standing_offer_revision AS kept ON kept.offer_id = standing_offer.id
        WHERE pool_item.id = NEW.item_id AND standing_offer.id = NEW.offer_id AND kept.revision = NEW.revision
          AND kept.action <> 'ended' AND kept.made_at < pool.opened_at
          AND NOT EXISTS (SELECT FROM standing_offer_revision AS later WHERE later.offer_id = kept.offer_id
            AND later.revision > kept.revision AND later.made_at < pool.opened_at)
      ) THEN
        RAISE EXCEPTION 'offer % is not what stood for item % when its pool opened', NEW.offer_id, NEW.item_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'offer_fits_item';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER offer_fits_item BEFORE INSERT ON item_offer
    FOR EACH ROW EXECUTE FUNCTION check_offer_fits_item()`);
  // A pool opened before there were offers binds none; what its lines pay at worst is the ceiling.
  await runner.query(`ALTER TABLE item_guarantee DISABLE TRIGGER bound_at_opening`);
  await runner.query(`
    INSERT INTO item_guarantee (item_id, from_packs, worst_rp_per_unit)
    SELECT pool_item.id, 1, ceiling_rp_per_unit FROM pool_item JOIN pool ON pool.id = pool_id WHERE pool.state <> 'draft'`);
  await runner.query(`ALTER TABLE item_guarantee ENABLE TRIGGER bound_at_opening`);
  // A supplier that does not bid takes part by its standing offer.
  await runner.query(`ALTER TABLE bid_revision DROP CONSTRAINT bid_revision_action_check`);
  await runner.query(`
    ALTER TABLE bid_revision ADD CONSTRAINT bid_revision_action_check
    CHECK (action IN ('submitted', 'revised', 'withdrawn', 'standing'))`);
  await grant(runner, {
    appended: ['standing_offer', 'standing_offer_revision', 'item_offer', 'item_guarantee'],
  });
});
