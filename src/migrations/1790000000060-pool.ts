import { forward } from './forward.js';
import { grant } from './grant.js';

/** Pools, their items, and commitment lines with every revision. */
export const Pool1790000000060 = forward('Pool1790000000060', async (runner) => {
  await runner.query(`
    CREATE TABLE pool (
      id uuid PRIMARY KEY,
      organiser_id uuid NOT NULL REFERENCES party (id),
      title text NOT NULL CHECK (title <> ''),
      region_code text NOT NULL REFERENCES region (code),
      side text NOT NULL DEFAULT 'buy' CHECK (side IN ('buy', 'sell')),
      purpose text NOT NULL DEFAULT 'ordinary' CHECK (purpose IN ('ordinary', 'kitchens', 'market-operation', 'practice')),
      contract_mode text NOT NULL DEFAULT 'direct' CHECK (contract_mode IN ('direct', 'secondary')),
      rationing_rule text NOT NULL DEFAULT 'proportional' CHECK (rationing_rule IN ('proportional', 'equal-awards', 'equal-losses', 'talmud')),
      deposit_rate_bps integer NOT NULL DEFAULT 0 CHECK (deposit_rate_bps BETWEEN 0 AND 10000),
      state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed', 'settled', 'cancelled')),
      closes_at timestamptz NOT NULL,
      bidding_period_s integer NOT NULL CHECK (bidding_period_s BETWEEN 1 AND 2592000),
      needed_from date NOT NULL,
      needed_until date NOT NULL,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      created_by uuid NOT NULL REFERENCES person (id),
      opened_at timestamptz,
      closed_at timestamptz,
      closed_by uuid REFERENCES person (id),
      close_reason text,
      CHECK (needed_from <= needed_until),
      CHECK ((state IN ('closed', 'settled')) <= (closed_at IS NOT NULL)),
      CHECK ((state = 'draft') = (opened_at IS NULL) OR state = 'cancelled')
    )`);
  await runner.query(`CREATE INDEX pool_organiser ON pool (organiser_id, id)`);
  await runner.query(`CREATE INDEX pool_due ON pool (closes_at) WHERE state = 'open'`);
  await runner.query(`
    CREATE TABLE pool_item (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      position integer NOT NULL CHECK (position > 0),
      commodity_code text NOT NULL REFERENCES commodity (code),
      pack_code text NOT NULL REFERENCES pack (code),
      pack_size_milli bigint NOT NULL CHECK (pack_size_milli > 0),
      mode text NOT NULL DEFAULT 'tender' CHECK (mode IN ('tender', 'distribution')),
      ceiling_rp_per_unit bigint NOT NULL CHECK (ceiling_rp_per_unit > 0),
      ceiling_source text NOT NULL CHECK (ceiling_source <> ''),
      reference_rp_per_unit bigint NOT NULL CHECK (reference_rp_per_unit > 0),
      UNIQUE (pool_id, pack_code),
      UNIQUE (pool_id, position)
    )`);
  await runner.query(`
    CREATE TABLE commitment_line (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      item_id uuid NOT NULL REFERENCES pool_item (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      beneficiary_id uuid NOT NULL REFERENCES party (id),
      needed_by date NOT NULL,
      quantity_packs integer NOT NULL CHECK (quantity_packs > 0),
      tolerance_packs integer NOT NULL DEFAULT 0 CHECK (tolerance_packs >= 0),
      minimum_packs integer NOT NULL DEFAULT 0 CHECK (minimum_packs >= 0 AND minimum_packs <= quantity_packs),
      max_landed_rp bigint CHECK (max_landed_rp > 0),
      requirement_line_id uuid UNIQUE REFERENCES requirement_line (id),
      state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'withdrawn')),
      version integer NOT NULL DEFAULT 1,
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (pool_id, item_id, koperasi_id, beneficiary_id, needed_by)
    )`);
  await runner.query(`
    CREATE TABLE commitment_revision (
      line_id uuid NOT NULL REFERENCES commitment_line (id),
      version integer NOT NULL CHECK (version > 0),
      state text NOT NULL,
      quantity_packs integer NOT NULL,
      tolerance_packs integer NOT NULL,
      minimum_packs integer NOT NULL,
      max_landed_rp bigint,
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (line_id, version)
    )`);
  // The line is its last version; what it was before is kept by the database itself, whoever changes it.
  await runner.query(`
    CREATE FUNCTION keep_commitment_history() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'commitment line % changes by versions only', OLD.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'commitment_changes_by_versions';
      END IF;
      INSERT INTO commitment_revision
        (line_id, version, state, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, made_by, made_at)
      VALUES (OLD.id, OLD.version, OLD.state, OLD.quantity_packs, OLD.tolerance_packs, OLD.minimum_packs,
        OLD.max_landed_rp, OLD.made_by, OLD.made_at);
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER commitment_history BEFORE UPDATE ON commitment_line
    FOR EACH ROW EXECUTE FUNCTION keep_commitment_history()`);
  await grant(runner, {
    kept: ['pool', 'commitment_line'],
    removable: ['pool_item'],
    // Written by the trigger alone, with its owner's right: nobody can add a past that was not.
    shown: ['commitment_revision'],
  });
});
