import { forward } from './forward.js';
import { grant } from './grant.js';
import { wall } from './wall.js';

/** A person sees what is their own; before there is a principal, a named purpose looks. */
const OWN = `person_id = (SELECT principal_person()) OR (SELECT principal_purpose()) IN ('sign-in', 'password-reset', 'people')`;

/**
 * How people prove who they are: sessions that end when they lie idle, second factors, one-time codes, and how often
 * somebody tried. Codes and keys are kept as hashes, the secret of a second factor under a key outside the database.
 */
export const People1790000000350 = forward('People1790000000350', async (runner) => {
  await runner.query(`
    ALTER TABLE session
      ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
      ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      ADD COLUMN stepped_up_at timestamptz`);
  await runner.query(`
    ALTER TABLE person
      ALTER COLUMN password_hash DROP NOT NULL,
      ADD COLUMN contact text CHECK (length(contact) BETWEEN 3 AND 200),
      ADD COLUMN disabled_as text CHECK (disabled_as IN ('administrator', 'chair')),
      ADD CHECK (disabled_as IS NULL OR disabled_at IS NOT NULL)`);
  await runner.query(`
    CREATE TABLE second_factor (
      person_id uuid PRIMARY KEY REFERENCES person (id),
      sealed_secret bytea NOT NULL CHECK (octet_length(sealed_secret) BETWEEN 45 AND 200),
      key_mark bytea NOT NULL CHECK (octet_length(key_mark) = 8),
      begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      confirmed_at timestamptz,
      -- The step of 30 s whose code was used last: each code once.
      last_step bigint CHECK (last_step > 0),
      CHECK (confirmed_at IS NULL OR last_step IS NOT NULL)
    )`);
  await runner.query(`
    CREATE TABLE recovery_code (
      person_id uuid NOT NULL REFERENCES person (id),
      code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
      used_at timestamptz,
      PRIMARY KEY (person_id, code_hash)
    )`);
  await runner.query(`
    CREATE TABLE one_time_code (
      id uuid PRIMARY KEY,
      -- Null where nobody has the login that was asked for: asking costs the same and tells nothing.
      person_id uuid REFERENCES person (id),
      code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      CHECK (expires_at > created_at),
      CHECK (used_at IS NULL OR person_id IS NOT NULL)
    )`);
  await runner.query(`CREATE INDEX one_time_code_person ON one_time_code (person_id)`);
  await runner.query(`CREATE INDEX one_time_code_expires ON one_time_code (expires_at)`);
  await runner.query(`
    CREATE TABLE attempt_tally (
      gate text NOT NULL CHECK (gate IN ('pair', 'account', 'address', 'factor', 'step-up', 'reset-account', 'reset-address', 'redeem')),
      key_hash bytea NOT NULL CHECK (octet_length(key_hash) = 32),
      failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
      leaked_at timestamptz,
      blocked_until timestamptz,
      succeeded_at timestamptz,
      forget_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '2 days',
      PRIMARY KEY (gate, key_hash)
    )`);
  await runner.query(`CREATE INDEX attempt_tally_forget ON attempt_tally (forget_at)`);
  await grant(runner, {
    removable: ['second_factor', 'recovery_code', 'one_time_code', 'attempt_tally'],
  });
  for (const table of ['second_factor', 'recovery_code', 'one_time_code'])
    await wall(runner, table, { read: OWN });
  // Of logins and addresses, hashed: nobody's to see, whoever asks.
  await wall(runner, 'attempt_tally', {
    read: `(SELECT principal_purpose()) IN ('sign-in', 'password-reset')`,
  });
  // Whoever disables somebody, and however: what they were signed in with stays dead when they are enabled again.
  await runner.query(`
    CREATE FUNCTION end_what_the_disabled_hold() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    BEGIN
      UPDATE session SET revoked_at = clock_timestamp() WHERE person_id = NEW.id AND revoked_at IS NULL;
      UPDATE one_time_code SET used_at = clock_timestamp() WHERE person_id = NEW.id AND used_at IS NULL;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE TRIGGER disabled_hold_nothing AFTER UPDATE OF disabled_at ON person
    FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL)
    EXECUTE FUNCTION end_what_the_disabled_hold()`);
});
