import { forward } from './forward.js';
import { grant } from './grant.js';
import { wall } from './wall.js';

/** Promises about committees, as in 1790000000130-monitoring: each finds what must not be. */
const promises: Readonly<Record<string, string>> = {
  p23_two_holders_open: `
    SELECT sealing_key.id::text AS subject, 'released without two of its holders' AS detail
    FROM released_key JOIN sealing_key ON sealing_key.id = released_key.key_id
    LEFT JOIN key_release ON key_release.key_id = released_key.key_id
    WHERE key_release.key_id IS NULL
    UNION ALL
    SELECT holder.key_id::text, 'held by ' || count(*) || ' people' FROM key_holder AS holder
    GROUP BY holder.key_id HAVING count(*) <> 3
    UNION ALL
    SELECT holder.key_id::text, holder.holder_id || ' holds a share and bids with ' || supplier_id
    FROM key_holder AS holder JOIN sealed_bid ON sealed_bid.key_id = holder.key_id
    WHERE made_by = holder.holder_id`,
};

/**
 * Who holds which share of a sealed lot's key, and how two of them open it after the deadline. A share is ciphertext
 * to its holder's key, and is shown to that holder alone, and only once the deadline has passed.
 */
export const Committee1790000000389 = forward('Committee1790000000389', async (runner) => {
  const check = async (name: string, table: string, body: string, deferred = false): Promise<void> => {
    // As its owner, whom a policy lets see every row: a rule must not depend on what its caller sees.
    await runner.query(`
      CREATE FUNCTION check_${name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = public, pg_temp AS $$ BEGIN ${body} RETURN NEW; END $$`);
    await runner.query(
      deferred
        ? `CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED
           FOR EACH ROW EXECUTE FUNCTION check_${name}()`
        : `CREATE TRIGGER ${name} BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION check_${name}()`,
    );
  };
  const refuse = (name: string, unless: string, what: string): string => `
    IF NOT (${unless}) THEN
      RAISE EXCEPTION '${what}' USING ERRCODE = 'check_violation', CONSTRAINT = '${name}';
    END IF;`;

  // The one judge of time, by the database's clock: the lot's deadline, in this attempt; for the terms over all lots of
  // a pool every lot's, one that still waits for its key included.
  await runner.query(`
    CREATE FUNCTION sealing_key_is_due(key uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      SELECT coalesce(bool_and(closes_at <= clock_timestamp()), false)
      FROM sealing_key JOIN lot ON lot.pool_id = sealing_key.pool_id AND lot.id = coalesce(sealing_key.lot_id, lot.id)
      JOIN tender ON tender.lot_id = lot.id
      WHERE sealing_key.id = key AND (sealing_key.lot_id IS NULL OR sealing_key.attempt = tender.attempt)
        AND (sealing_key.lot_id IS NOT NULL OR NOT EXISTS (
          SELECT FROM lot AS waiting JOIN pool_item ON pool_item.id = waiting.item_id
          WHERE waiting.pool_id = sealing_key.pool_id AND waiting.state = 'bidding' AND pool_item.mode = 'tender'
            AND NOT EXISTS (SELECT FROM tender WHERE tender.lot_id = waiting.id))) $$`);

  // Who may be named for a seal, whatever wall stands between organiser and person: it tells no more than that.
  await runner.query(`
    CREATE FUNCTION named_for_seal(people uuid[], organiser uuid, bidder_kinds text[])
    RETURNS TABLE (person_id uuid, roles text[], is_bidder boolean) LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      SELECT person.id, coalesce(array_agg(role) FILTER (WHERE party.id = organiser), '{}'),
        coalesce(bool_or(party.kind = ANY (bidder_kinds)), false)
      FROM person LEFT JOIN membership ON membership.person_id = person.id LEFT JOIN party ON party.id = party_id
      WHERE person.id = ANY (people) AND disabled_at IS NULL GROUP BY person.id $$`);

  await runner.query(`
    CREATE TABLE key_holder (
      key_id uuid NOT NULL REFERENCES sealing_key (id),
      holder_id uuid NOT NULL,
      holder_key_id uuid NOT NULL,
      share_hash text NOT NULL CHECK (share_hash ~ '^[0-9a-f]{64}$'),
      PRIMARY KEY (key_id, holder_id),
      FOREIGN KEY (holder_key_id, holder_id) REFERENCES holder_key (id, person_id),
      CONSTRAINT every_share_is_another UNIQUE (key_id, share_hash)
    )`);
  await runner.query(`CREATE INDEX key_holder_person ON key_holder (holder_id)`);
  await runner.query(`
    CREATE TABLE sealed_share (
      key_id uuid NOT NULL,
      holder_id uuid NOT NULL,
      box jsonb NOT NULL CHECK (jsonb_typeof(box) = 'object'),
      PRIMARY KEY (key_id, holder_id),
      FOREIGN KEY (key_id, holder_id) REFERENCES key_holder (key_id, holder_id)
    )`);
  await runner.query(`
    CREATE TABLE key_opening (
      id uuid PRIMARY KEY,
      key_id uuid NOT NULL,
      begun_by uuid NOT NULL,
      curve text NOT NULL CHECK (curve IN ('X25519', 'P-256')),
      public_key text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9_-]+$'),
      begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      FOREIGN KEY (key_id, begun_by) REFERENCES key_holder (key_id, holder_id),
      UNIQUE (id, key_id, begun_by),
      CONSTRAINT one_opening_per_key UNIQUE (key_id, begun_by, public_key)
    )`);
  await runner.query(`
    CREATE TABLE share_release (
      opening_id uuid NOT NULL,
      key_id uuid NOT NULL,
      begun_by uuid NOT NULL,
      holder_id uuid NOT NULL,
      box jsonb NOT NULL CHECK (jsonb_typeof(box) = 'object'),
      released_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (opening_id, holder_id),
      FOREIGN KEY (opening_id, key_id, begun_by) REFERENCES key_opening (id, key_id, begun_by),
      FOREIGN KEY (key_id, holder_id) REFERENCES key_holder (key_id, holder_id),
      CONSTRAINT two_people_open CHECK (holder_id <> begun_by)
    )`);
  await runner.query(`
    CREATE TABLE key_release (
      key_id uuid PRIMARY KEY REFERENCES released_key (key_id),
      opening_id uuid NOT NULL,
      joined_by uuid NOT NULL,
      released_by uuid NOT NULL,
      FOREIGN KEY (opening_id, key_id, joined_by) REFERENCES key_opening (id, key_id, begun_by),
      FOREIGN KEY (opening_id, released_by) REFERENCES share_release (opening_id, holder_id),
      CONSTRAINT two_people_release CHECK (joined_by <> released_by)
    )`);

  // What the organiser has been told of a lot that waits for its key.
  await runner.query(`
    CREATE TABLE key_wait (
      lot_id uuid PRIMARY KEY REFERENCES lot (id),
      told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      deputy_called_at timestamptz CHECK (deputy_called_at >= told_at)
    )`);

  await check(
    'holder_was_declared',
    'key_holder',
    refuse(
      'holder_was_declared',
      `EXISTS (SELECT FROM sealing_key JOIN pool_seal_holder USING (pool_id)
         WHERE sealing_key.id = NEW.key_id AND person_id = NEW.holder_id)
       AND NOT EXISTS (SELECT FROM wrapped_key WHERE key_id = NEW.key_id)`,
      'no share of this key for whom its pool did not declare',
    ),
  );
  const three = (key: string) =>
    `(SELECT count(*) FROM sealed_share JOIN key_holder USING (key_id, holder_id) WHERE key_id = ${key}) = 3`;
  await check(
    'three_shares',
    'key_holder',
    refuse('three_shares', three('NEW.key_id'), 'a key has three shares'),
    true,
  );
  await check(
    'committee_key_has_shares',
    'sealing_key',
    refuse(
      'committee_key_has_shares',
      `${three('NEW.id')} OR NOT EXISTS (SELECT FROM pool_seal WHERE pool_id = NEW.pool_id AND mode = 'committee')`,
      'the key of a committee is held by three people',
    ),
    true,
  );
  await check(
    'server_has_no_key_of_a_committee',
    'wrapped_key',
    refuse(
      'server_has_no_key_of_a_committee',
      `NOT EXISTS (SELECT FROM sealing_key JOIN pool_seal USING (pool_id)
         WHERE sealing_key.id = NEW.key_id AND mode = 'committee')`,
      'the private key of a committee is not kept here',
    ),
  );
  for (const table of ['key_opening', 'share_release'])
    await check(
      `${table}_when_due`,
      table,
      refuse(
        `${table}_when_due`,
        'sealing_key_is_due(NEW.key_id)',
        'nothing of a key is released before its deadline',
      ),
    );
  await check(
    'two_people_released',
    'released_key',
    refuse(
      'two_people_released',
      'EXISTS (SELECT FROM key_release WHERE key_id = NEW.key_id) AND sealing_key_is_due(NEW.key_id)',
      'two of its holders release a key, once it is due',
    ),
    true,
  );
  await check(
    'holder_does_not_bid',
    'sealed_bid',
    refuse(
      'holder_does_not_bid',
      `NOT EXISTS (SELECT FROM key_holder WHERE key_id = NEW.key_id AND (holder_id = NEW.made_by OR EXISTS (
         SELECT FROM membership WHERE person_id = holder_id AND party_id = NEW.supplier_id)))`,
      'who holds a share does not bid',
    ),
  );

  await grant(runner, {
    kept: ['key_wait'],
    appended: ['key_holder', 'sealed_share', 'key_opening', 'share_release', 'key_release'],
  });
  const own = (column: string): string => `${column} = (SELECT principal_person())`;
  await wall(runner, 'sealed_share', {
    read: `${own('holder_id')} AND sealing_key_is_due(key_id)`,
    write: 'true',
    worker: 'false',
  });
  await wall(runner, 'share_release', {
    read: `${own('begun_by')} OR ${own('holder_id')}`,
    write: own('holder_id'),
    worker: 'false',
  });
  for (const [name, query] of Object.entries(promises)) {
    await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
  }
});
