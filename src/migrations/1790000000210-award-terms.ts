import { forward } from './forward.js';
import { grant } from './grant.js';

/**
 * The whole terms of bids, terms of a supplier over all lots of a pool, what a pool declares about its awards,
 * and awards per group of lots and per zone, with the problem each was computed from.
 */
export const AwardTerms1790000000210 = forward('AwardTerms1790000000210', async (runner) => {
  // Defaults are neutral, so that bids made before say what they said.
  await runner.query(`
    ALTER TABLE bid_revision
      ADD COLUMN tier_kind text NOT NULL DEFAULT 'all-units' CHECK (tier_kind IN ('all-units', 'incremental')),
      ADD COLUMN surcharges jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(surcharges) = 'array'),
      ADD COLUMN max_per_buyer_packs integer CHECK (max_per_buyer_packs > 0),
      ADD COLUMN warehouse_code text REFERENCES region (code),
      ADD COLUMN tax_bps integer NOT NULL DEFAULT 0 CHECK (tax_bps BETWEEN 0 AND 10000),
      ADD COLUMN payment_days integer NOT NULL DEFAULT 0 CHECK (payment_days BETWEEN 0 AND 365),
      ADD COLUMN valid_until date,
      ADD COLUMN origin text CHECK (origin <> '')`);
  await runner.query(`
    CREATE TABLE supplier_terms_revision (
      pool_id uuid NOT NULL REFERENCES pool (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      revision integer NOT NULL CHECK (revision > 0),
      fixed_charge_rp bigint NOT NULL CHECK (fixed_charge_rp >= 0),
      capacity_milli bigint CHECK (capacity_milli > 0),
      minimum_order_rp bigint NOT NULL CHECK (minimum_order_rp >= 0),
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (pool_id, supplier_id, revision)
    )`);
  await runner.query(`CREATE INDEX supplier_terms_supplier ON supplier_terms_revision (supplier_id)`);
  await runner.query(`
    CREATE FUNCTION check_supplier_terms_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      earliest timestamptz;
      is_opened boolean;
    BEGIN
      SELECT min(closes_at), bool_or(tender.opened_at IS NOT NULL) INTO earliest, is_opened
      FROM tender JOIN lot ON lot.id = lot_id WHERE pool_id = NEW.pool_id;
      IF earliest IS NULL OR is_opened OR NEW.made_at >= earliest THEN
        RAISE EXCEPTION 'terms of supplier % were made after the deadline of pool %', NEW.supplier_id, NEW.pool_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'supplier_terms_in_time';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER supplier_terms_in_time BEFORE INSERT ON supplier_terms_revision
    FOR EACH ROW EXECUTE FUNCTION check_supplier_terms_in_time()`);
  await runner.query(`
    CREATE TABLE supplier_class (
      supplier_id uuid NOT NULL REFERENCES party (id),
      revision integer NOT NULL CHECK (revision > 0),
      class text NOT NULL CHECK (class IN ('ordinary', 'koperasi', 'small-producer')),
      basis text NOT NULL CHECK (basis <> ''),
      recorded_by uuid NOT NULL REFERENCES person (id),
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (supplier_id, revision)
    )`);
  await runner.query(`
    CREATE TABLE pool_award_rule (
      pool_id uuid PRIMARY KEY REFERENCES pool (id),
      annual_rate_bps integer NOT NULL CHECK (annual_rate_bps BETWEEN 0 AND 10000),
      max_share_bps integer NOT NULL CHECK (max_share_bps BETWEEN 1 AND 10000),
      min_suppliers integer NOT NULL CHECK (min_suppliers BETWEEN 0 AND 100),
      missing_supplier_rp bigint NOT NULL CHECK (missing_supplier_rp >= 0),
      reserved_share_bps integer NOT NULL CHECK (reserved_share_bps BETWEEN 0 AND 10000)
    )`);
  await runner.query(`
    CREATE TABLE pool_freight (
      pool_id uuid NOT NULL REFERENCES pool (id),
      from_code text NOT NULL REFERENCES region (code),
      to_code text NOT NULL REFERENCES region (code),
      rp_per_unit bigint NOT NULL CHECK (rp_per_unit >= 0),
      PRIMARY KEY (pool_id, from_code, to_code)
    )`);
  await runner.query(`
    CREATE TABLE award_group (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      problem jsonb NOT NULL,
      outcome jsonb NOT NULL,
      computed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX award_group_pool ON award_group (pool_id)`);
  await runner.query(`ALTER TABLE award ADD COLUMN group_id uuid REFERENCES award_group (id)`);
  await runner.query(`CREATE INDEX award_of_group ON award (group_id)`);
  // Of an award line before this, all is goods.
  await runner.query(`
    ALTER TABLE award_line
      ADD COLUMN surcharge_rp bigint NOT NULL DEFAULT 0 CHECK (surcharge_rp >= 0),
      ADD COLUMN freight_rp bigint NOT NULL DEFAULT 0 CHECK (freight_rp >= 0),
      ADD COLUMN tax_rp bigint NOT NULL DEFAULT 0 CHECK (tax_rp >= 0),
      ADD COLUMN fixed_rp bigint NOT NULL DEFAULT 0 CHECK (fixed_rp >= 0),
      ADD CONSTRAINT award_line_is_its_parts CHECK (surcharge_rp + freight_rp + tax_rp + fixed_rp <= amount_rp)`);
  await runner.query(`
    CREATE TABLE award_zone (
      award_id uuid NOT NULL REFERENCES award (id),
      bid_id uuid NOT NULL REFERENCES bid (id),
      zone_code text NOT NULL REFERENCES region (code),
      packs bigint NOT NULL CHECK (packs > 0),
      surcharge_rp_per_unit bigint NOT NULL CHECK (surcharge_rp_per_unit >= 0),
      freight_rp_per_unit bigint NOT NULL CHECK (freight_rp_per_unit >= 0),
      amount_rp bigint NOT NULL CHECK (amount_rp >= 0),
      PRIMARY KEY (award_id, bid_id, zone_code)
    )`);
  await grant(runner, {
    removable: ['pool_award_rule', 'pool_freight'],
    appended: ['supplier_terms_revision', 'supplier_class', 'award_group', 'award_zone'],
  });
});
