import { forward } from './forward.js';
import { grant } from './grant.js';

/** What a pool declares for the case that a minimum is missed, what came of it, and which lines moved on. */
export const Rescue1790000000261 = forward('Rescue1790000000261', async (runner) => {
  await runner.query(`
    CREATE TABLE pool_rescue (
      pool_id uuid PRIMARY KEY REFERENCES pool (id),
      extend_by_s integer CHECK (extend_by_s BETWEEN 1 AND 2592000),
      otherwise text NOT NULL CHECK (otherwise IN ('go-on', 'merge', 'cancel')),
      accepts_merged boolean NOT NULL
    )`);
  await runner.query(`
    CREATE TABLE pool_item_minimum (
      item_id uuid PRIMARY KEY REFERENCES pool_item (id),
      minimum_packs integer NOT NULL CHECK (minimum_packs > 0)
    )`);
  // Who joins a pool joins under what it declared: a draft's declaration is final once the pool has been opened.
  await runner.query(`
    CREATE FUNCTION declare_rescue_in_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM pool WHERE state = 'draft' AND id = CASE TG_TABLE_NAME WHEN 'pool_rescue' THEN
          (to_jsonb(NEW) ->> 'pool_id')::uuid ELSE
          (SELECT pool_item.pool_id FROM pool_item WHERE pool_item.id = (to_jsonb(NEW) ->> 'item_id')::uuid) END
      ) THEN
        RAISE EXCEPTION 'a rescue is declared while its pool is a draft'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'rescue_declared_in_draft';
      END IF;
      RETURN NEW;
    END $$`);
  for (const table of ['pool_rescue', 'pool_item_minimum'])
    await runner.query(`
      CREATE TRIGGER ${table}_in_draft BEFORE INSERT OR UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION declare_rescue_in_draft()`);
  // The key lets a pool be extended once, whoever tries.
  await runner.query(`
    CREATE TABLE pool_extension (
      pool_id uuid PRIMARY KEY REFERENCES pool_rescue (pool_id),
      was_to_close_at timestamptz NOT NULL,
      closes_at timestamptz NOT NULL,
      extended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (closes_at > was_to_close_at AND closes_at > extended_at AND extended_at >= was_to_close_at)
    )`);
  await runner.query(`
    CREATE TABLE item_rescue (
      item_id uuid PRIMARY KEY REFERENCES pool_item_minimum (item_id),
      outcome text NOT NULL CHECK (outcome IN ('went-on', 'merged', 'cancelled')),
      committed_packs bigint NOT NULL CHECK (committed_packs >= 0),
      minimum_packs integer NOT NULL,
      decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (committed_packs < minimum_packs)
    )`);
  await runner.query(`
    CREATE TABLE line_move (
      line_id uuid PRIMARY KEY REFERENCES commitment_line (id),
      target_line_id uuid NOT NULL REFERENCES commitment_line (id),
      packs integer NOT NULL CHECK (packs > 0),
      moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (line_id <> target_line_id)
    )`);
  await runner.query(`CREATE INDEX line_move_target ON line_move (target_line_id)`);
  await runner.query(`CREATE INDEX pool_item_pack ON pool_item (pack_code)`);

  await runner.query(`ALTER TABLE commitment_line ADD COLUMN accepts_merge boolean NOT NULL DEFAULT false`);
  await runner.query(
    `ALTER TABLE commitment_revision ADD COLUMN accepts_merge boolean NOT NULL DEFAULT false`,
  );
  await runner.query(`
    CREATE OR REPLACE FUNCTION keep_commitment_history() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'commitment line % changes by versions only', OLD.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'commitment_changes_by_versions';
      END IF;
      INSERT INTO commitment_revision (line_id, version, state, quantity_packs, tolerance_packs, minimum_packs,
        max_landed_rp, accepts_merge, made_by, made_at)
      VALUES (OLD.id, OLD.version, OLD.state, OLD.quantity_packs, OLD.tolerance_packs, OLD.minimum_packs,
        OLD.max_landed_rp, OLD.accepts_merge, OLD.made_by, OLD.made_at);
      RETURN NEW;
    END $$`);

  await runner.query(`ALTER TABLE lot_membership DROP CONSTRAINT lot_membership_refusal_check`);
  await runner.query(`
    ALTER TABLE lot_membership ADD CONSTRAINT lot_membership_refusal_check CHECK (refusal IN (
      'RESCUE_CANCELLED', 'RESCUE_MERGED', 'RESCUE_NOT_CONSENTED', 'RESCUE_NO_TARGET',
      'KOPERASI_SUSPENDED', 'BENEFICIARY_SUSPENDED', 'COLD_STORE_MISSING'))`);
  await grant(runner, {
    appended: ['pool_rescue', 'pool_item_minimum', 'pool_extension', 'item_rescue', 'line_move'],
  });

  // As before, and: the lines of a cancelled pool are all refused, and only what moved is refused as moved.
  await runner.query(`
    CREATE OR REPLACE VIEW p07_every_line_has_one_end WITH (security_invoker = true) AS
    SELECT commitment_line.id::text AS subject, 'of pool ' || pool.id || ' ' || pool.state || ' has no end' AS detail
    FROM pool JOIN commitment_line ON commitment_line.pool_id = pool.id
    LEFT JOIN lot_membership ON line_id = commitment_line.id
    WHERE commitment_line.state = 'active' AND line_id IS NULL AND (
      pool.state = 'settled'
      OR EXISTS (SELECT FROM lot WHERE lot.pool_id = pool.id)
      OR EXISTS (
        SELECT FROM inbox JOIN outbox ON outbox.id = event_id
        WHERE consumer IN ('lot.on-pool-closed', 'lot.on-pool-cancelled') AND inbox.state = 'done'
          AND payload ->> 'poolId' = pool.id::text))
    UNION ALL
    SELECT line_id::text, CASE
        WHEN commitment_line.state = 'withdrawn' THEN 'withdrawn, yet has an end'
        WHEN pool.state NOT IN ('closed', 'settled', 'cancelled') THEN 'of a pool ' || pool.state || ', yet has an end'
        WHEN pool.state = 'cancelled' THEN 'of a cancelled pool, yet in a lot'
        ELSE 'of item ' || commitment_line.item_id || ' in a lot of ' || lot.item_id END
    FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id JOIN pool ON pool.id = commitment_line.pool_id
    LEFT JOIN lot ON lot.id = lot_id
    WHERE commitment_line.state = 'withdrawn' OR pool.state NOT IN ('closed', 'settled', 'cancelled')
      OR (pool.state = 'cancelled' AND lot_id IS NOT NULL)
      OR lot.item_id <> commitment_line.item_id
    UNION ALL
    SELECT line_id::text, coalesce(refusal, 'in a lot') || CASE WHEN line_move.line_id IS NULL THEN ', yet did not move' ELSE ', yet moved' END
    FROM lot_membership LEFT JOIN line_move USING (line_id)
    WHERE (refusal IS NOT DISTINCT FROM 'RESCUE_MERGED') <> (line_move.line_id IS NOT NULL)
    UNION ALL
    SELECT line_id::text, 'has an end, though its item was ' || outcome
    FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id JOIN item_rescue USING (item_id)
    WHERE outcome <> 'went-on' AND lot_id IS NOT NULL`);
});
