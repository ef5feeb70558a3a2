import { forward } from './forward.js';
import { grant } from './grant.js';
import { wall } from './wall.js';

/**
 * What is bid stands as ciphertext until it is opened: the keys of lots and of pools' terms, the sealed revisions,
 * decoys among the published hashes, and the bids that could not be taken when they were opened.
 *
 * Bids that stand in plain text on a tender under way when this comes stay as they are and are judged at its opening;
 * whatever is bid on it from now on is sealed, under a key that the worker makes for it.
 */
export const SealedBid1790000000376 = forward('SealedBid1790000000376', async (runner) => {
  // Bidding begins anew, as the next attempt, where nobody could open the bids in time.
  await runner.query(`
    ALTER TABLE tender
      ADD COLUMN attempt integer NOT NULL DEFAULT 1 CHECK (attempt > 0),
      ADD COLUMN deputy_called_at timestamptz`);
  // Without a lot: the key of the terms over all lots of the pool.
  await runner.query(`
    CREATE TABLE sealing_key (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      lot_id uuid REFERENCES tender (lot_id),
      attempt integer NOT NULL CHECK (attempt > 0),
      curve text NOT NULL CHECK (curve IN ('X25519', 'P-256')),
      public_key text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9_-]+$'),
      made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT one_key_per_attempt UNIQUE NULLS NOT DISTINCT (pool_id, lot_id, attempt)
    )`);
  await runner.query(`CREATE INDEX sealing_key_lot ON sealing_key (lot_id)`);
  // Server mode: the private key, under the organiser's opening key, which is in no database.
  await runner.query(`
    CREATE TABLE wrapped_key (
      key_id uuid PRIMARY KEY REFERENCES sealing_key (id),
      opening_key_id text NOT NULL CHECK (opening_key_id ~ '^[0-9a-f]{16}$'),
      wrapped text NOT NULL CHECK (wrapped ~ '^[A-Za-z0-9_-]+$')
    )`);
  // Committee mode: the private key, once two holders have joined it after the deadline; from then on public.
  await runner.query(`
    CREATE TABLE released_key (
      key_id uuid PRIMARY KEY REFERENCES sealing_key (id),
      private_key text NOT NULL CHECK (private_key ~ '^[A-Za-z0-9_-]+$'),
      released_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`
    CREATE TABLE sealed_bid (
      key_id uuid NOT NULL REFERENCES sealing_key (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      revision integer NOT NULL CHECK (revision > 0),
      action text NOT NULL CHECK (action IN ('submitted', 'revised', 'withdrawn')),
      hash text CHECK (hash ~ '^[0-9a-f]{64}$'),
      -- A box, and not a word beside it.
      box jsonb CHECK (jsonb_typeof(box) = 'object'
        AND box - ARRAY['format', 'curve', 'ephemeralKey', 'ciphertext'] = '{}'),
      chain_number bigint,
      chain_hash text CHECK (chain_hash ~ '^[0-9a-f]{64}$'),
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (key_id, supplier_id, revision),
      CONSTRAINT withdrawn_says_nothing CHECK (num_nonnulls(hash, box) = CASE action WHEN 'withdrawn' THEN 0 ELSE 2 END),
      CONSTRAINT chain_head_whole CHECK ((chain_number IS NULL) = (chain_hash IS NULL))
    )`);
  await runner.query(`CREATE INDEX sealed_bid_supplier ON sealed_bid (supplier_id)`);
  // Hashes of nothing, each published at its time, so that the list of hashes does not tell how many bid.
  await runner.query(`
    CREATE TABLE decoy_hash (
      key_id uuid NOT NULL REFERENCES sealing_key (id),
      hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
      nonce text NOT NULL CHECK (nonce ~ '^[A-Za-z0-9_-]{43}$'),
      shown_at timestamptz NOT NULL,
      PRIMARY KEY (key_id, hash)
    )`);
  await runner.query(`
    CREATE TABLE failed_bid (
      key_id uuid NOT NULL,
      supplier_id uuid NOT NULL,
      revision integer NOT NULL,
      code text NOT NULL CHECK (code <> ''),
      faults jsonb NOT NULL CHECK (jsonb_typeof(faults) = 'array'),
      failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (key_id, supplier_id),
      FOREIGN KEY (key_id, supplier_id, revision) REFERENCES sealed_bid (key_id, supplier_id, revision)
    )`);
  // The text that an opened bid's hash is of, so that anybody can compute it again, and the database does.
  for (const table of ['bid_revision', 'supplier_terms_revision'])
    await runner.query(`
      ALTER TABLE ${table}
        ADD COLUMN hash text,
        ADD COLUMN sealed_text text,
        ADD CONSTRAINT ${table}_hash_is_of_its_text CHECK (CASE WHEN hash IS NULL THEN sealed_text IS NULL
          ELSE sealed_text IS NOT NULL AND hash = encode(sha256(convert_to(sealed_text, 'UTF8')), 'hex') END)`);

  await runner.query(`
    CREATE FUNCTION check_sealed_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE
      key sealing_key;
      is_due boolean;
    BEGIN
      SELECT * INTO STRICT key FROM sealing_key WHERE id = NEW.key_id;
      IF key.lot_id IS NOT NULL THEN
        SELECT tender.opened_at IS NULL AND tender.attempt = key.attempt AND NEW.made_at < closes_at INTO is_due
        FROM tender WHERE lot_id = key.lot_id;
      ELSE
        SELECT NOT bool_or(tender.opened_at IS NOT NULL) AND NEW.made_at < min(closes_at) INTO is_due
        FROM tender JOIN lot ON lot.id = tender.lot_id WHERE lot.pool_id = key.pool_id;
      END IF;
      IF is_due IS DISTINCT FROM true THEN
        RAISE EXCEPTION 'what supplier % sealed under key % came after its deadline', NEW.supplier_id, NEW.key_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'sealed_in_time';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER sealed_in_time BEFORE INSERT ON sealed_bid FOR EACH ROW EXECUTE FUNCTION check_sealed_in_time()`);

  // Only an opening writes a bid's terms, from what was sealed in time; or from a standing offer.
  await runner.query(`
    CREATE OR REPLACE FUNCTION check_bid_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM bid JOIN tender USING (lot_id)
        WHERE bid.id = NEW.bid_id AND tender.opened_at IS NULL AND NEW.made_at < tender.closes_at
          AND tender.closes_at <= clock_timestamp() AND (NEW.action = 'standing' OR EXISTS (
            SELECT FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
            WHERE sealing_key.lot_id = bid.lot_id AND sealing_key.attempt = tender.attempt
              AND sealed_bid.supplier_id = bid.supplier_id AND sealed_bid.revision = NEW.revision
              AND sealed_bid.hash IS NOT DISTINCT FROM NEW.hash
              AND (sealed_bid.action, sealed_bid.made_by, sealed_bid.made_at) = (NEW.action, NEW.made_by, NEW.made_at)))
      ) THEN
        RAISE EXCEPTION 'bid % was not sealed in time, or is not being opened', NEW.bid_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'bid_in_time';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION check_supplier_terms_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM tender JOIN lot ON lot.id = lot_id
        WHERE pool_id = NEW.pool_id AND tender.opened_at IS NULL AND lot.state = 'bidding'
      ) OR NOT EXISTS (
        SELECT FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
        WHERE sealing_key.pool_id = NEW.pool_id AND sealing_key.lot_id IS NULL
          AND sealed_bid.supplier_id = NEW.supplier_id AND sealed_bid.revision = NEW.revision
          AND (sealed_bid.hash, sealed_bid.made_by, sealed_bid.made_at) = (NEW.hash, NEW.made_by, NEW.made_at)
      ) THEN
        RAISE EXCEPTION 'terms of supplier % were not sealed in time, or a lot of pool % is not opened yet', NEW.supplier_id, NEW.pool_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'supplier_terms_in_time';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE FUNCTION check_key_release() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM sealing_key JOIN lot ON lot.pool_id = sealing_key.pool_id
        JOIN tender ON tender.lot_id = lot.id AND lot.id = coalesce(sealing_key.lot_id, lot.id)
        WHERE sealing_key.id = NEW.key_id AND clock_timestamp() < tender.closes_at
      ) THEN
        RAISE EXCEPTION 'key % may not be released before the deadline', NEW.key_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'released_after_the_deadline';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER released_after_the_deadline BEFORE INSERT ON released_key
    FOR EACH ROW EXECUTE FUNCTION check_key_release()`);

  await grant(runner, {
    appended: ['sealing_key', 'released_key', 'sealed_bid', 'decoy_hash', 'failed_bid'],
  });
  // Not even those who oversee all: before the opening it is nobody's business who has sealed something.
  const own = `supplier_id = ANY ((SELECT principal_parties())::uuid[])`;
  const named = `(SELECT principal_purpose()) = 'sealed-hashes'`;
  await wall(runner, 'sealed_bid', { read: `${own} OR ${named}`, write: own });
  await wall(runner, 'failed_bid', { read: `${own} OR ${named}` });
  // What tells decoys from hashes.
  await wall(runner, 'decoy_hash', { read: named, write: 'true' });
  // The HTTP process seals with the public key; the wrapped private one is not for its eyes, nor opening its work.
  await runner.query(`GRANT SELECT, INSERT ON wrapped_key TO sepikul_worker`);
  await runner.query(`GRANT SELECT ON wrapped_key TO sepikul_auditor`);
  await runner.query(
    `REVOKE INSERT ON bid, bid_revision, supplier_terms_revision, failed_bid FROM sepikul_app`,
  );
});
