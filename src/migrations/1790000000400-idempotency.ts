import type { QueryRunner } from 'typeorm';
import { forward } from './forward.js';
import { wall } from './wall.js';

/**
 * A kept answer stands in the transaction of its effect. The key itself is not kept, only what it and the person
 * come to by hashing: the fingerprint of the request is an HMAC under the key, so that whoever reads the table
 * cannot try out what was sent.
 */
const makeKeys = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE TABLE idempotency_key (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL,
      fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
      answer text,
      transaction_id bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
      made_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  // Rows come in the order of time, so a few pages tell which are old, at no cost to those who write.
  await runner.query(
    'CREATE INDEX idempotency_key_made ON idempotency_key USING brin (made_at) WITH (pages_per_range = 32)',
  );
  await runner.query('GRANT SELECT ON idempotency_key TO sepikul_app, sepikul_worker, sepikul_auditor');
  await runner.query('GRANT INSERT (id, person_id, fingerprint, answer) ON idempotency_key TO sepikul_app');
  await runner.query('GRANT DELETE ON idempotency_key TO sepikul_worker');
  await wall(runner, 'idempotency_key', { read: 'person_id = (SELECT principal_person())' });
  // What each change leaves behind is demanded of every table but those named there; the effect has its own row.
  await runner.query(`
    DO $$ BEGIN
      IF to_regclass('audit_exempt') IS NOT NULL THEN
        INSERT INTO audit_exempt (table_name, reason) VALUES ('idempotency_key', 'keeps the answer to an audited change');
      END IF;
    END $$`);
};

/**
 * Takes a key for the transaction: `is_free` is false while another transaction has it. Each statement of the
 * function sees what is committed when it begins, so an answer that was kept before the lock was had is seen.
 */
const takeKeys = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    CREATE FUNCTION take_idempotency_key(key uuid)
    RETURNS TABLE (is_free boolean, is_kept boolean, fingerprint bytea, answer text) LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      IF NOT lock_idempotency_key(key) THEN
        RETURN QUERY SELECT false, false, NULL::bytea, NULL::text;
        RETURN;
      END IF;
      RETURN QUERY SELECT true, kept.id IS NOT NULL, kept.fingerprint, kept.answer
        FROM (VALUES (1)) AS always LEFT JOIN idempotency_key AS kept ON kept.id = key;
    END $$`);

/** The audit row says under which key its effect came about; the database itself writes it. */
const markEffects = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE FUNCTION lock_idempotency_key(key uuid) RETURNS boolean VOLATILE LANGUAGE sql AS
    $$ SELECT pg_try_advisory_xact_lock(hashtextextended('idempotency:' || key, 0))
         AND set_config('sepikul.key', key::text, true) IS NOT NULL $$`);
  await runner.query(`
    ALTER TABLE audit_event
      ADD COLUMN IF NOT EXISTS transaction_id bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
      ADD COLUMN key_id uuid`);
  await runner.query(`
    ALTER TABLE audit_event
      ALTER COLUMN key_id SET DEFAULT nullif(current_setting('sepikul.key', true), '')::uuid`);
};

const promise = `
  SELECT key_id::text AS subject, 'effects of ' || count(DISTINCT transaction_id) || ' transactions' AS detail
  FROM audit_event WHERE key_id IS NOT NULL GROUP BY key_id HAVING count(DISTINCT transaction_id) > 1
  UNION ALL
  SELECT key_id::text, 'audit row ' || audit_event.id || CASE WHEN idempotency_key.id IS NULL
      THEN ' has an effect whose answer was not kept' ELSE ' has an effect of another transaction than its answer' END
  FROM audit_event LEFT JOIN idempotency_key ON idempotency_key.id = key_id
  WHERE key_id IS NOT NULL AND (idempotency_key.transaction_id <> audit_event.transaction_id
    OR idempotency_key.id IS NULL AND happened_at > clock_timestamp() - interval '14 days')`;

/** Idempotency-Key: one effect per key, and its answer kept for 14 days. */
export const Idempotency1790000000400 = forward('Idempotency1790000000400', async (runner) => {
  await makeKeys(runner);
  await markEffects(runner);
  await takeKeys(runner);
  await runner.query(`CREATE VIEW p13_one_effect_per_key WITH (security_invoker = true) AS ${promise}`);
  await runner.query('GRANT SELECT ON p13_one_effect_per_key TO sepikul_auditor');
});
