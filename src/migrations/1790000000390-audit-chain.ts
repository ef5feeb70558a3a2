import type { QueryRunner } from 'typeorm';
import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';

const WORKING = 'sepikul_app, sepikul_worker';

/**
 * The transaction that wrote a row tells the sealer when nothing older can come any more. Of an audit row the
 * working roles write what happened; when, under which id and in which transaction the database says itself.
 */
const markTransactions = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    ALTER TABLE audit_event
      ADD COLUMN transaction_id bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint)`);
  await runner.query('CREATE INDEX audit_event_transaction ON audit_event (transaction_id)');
  await runner.query(`REVOKE INSERT ON audit_event FROM ${WORKING}`);
  await runner.query(
    `GRANT INSERT (actor_id, action, subject_type, subject_id, data) ON audit_event TO ${WORKING}`,
  );
};

/** Only the worker adds to chain and heads; nobody but the owner could change them, and the chain would show it. */
const makeChain = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE TABLE audit_chain (
      number bigint PRIMARY KEY CHECK (number > 0),
      audit_id bigint NOT NULL UNIQUE REFERENCES audit_event (id),
      previous bytea NOT NULL CHECK (octet_length(previous) = 32),
      hash bytea NOT NULL CHECK (octet_length(hash) = 32)
    )`);
  await runner.query(`
    CREATE TABLE audit_head (
      number bigint PRIMARY KEY REFERENCES audit_chain (number),
      hash bytea NOT NULL CHECK (octet_length(hash) = 32),
      published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      -- Every transaction below it had ended, and was sealed: where the next turn begins to look.
      horizon bigint NOT NULL DEFAULT 0
    )`);
  await runner.query(`GRANT SELECT ON audit_chain, audit_head TO ${WORKING}, sepikul_auditor`);
  await runner.query('GRANT INSERT (number, audit_id, previous, hash) ON audit_chain TO sepikul_worker');
  await runner.query('GRANT INSERT (number, hash, horizon) ON audit_head TO sepikul_worker');
};

/** What is hashed, as seal-entry.ts has it, said a second time: canonical JSON by RFC 8785. */
const sayEntry = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE FUNCTION audit_moment(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT CASE WHEN at BETWEEN '0001-01-01 00:00:00+00' AND '9999-12-31 23:59:59.999999+00'
        THEN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') ELSE at::text END $$`);
  await runner.query(`
    CREATE FUNCTION audit_entry(number bigint, previous bytea, event audit_event) RETURNS text LANGUAGE sql STABLE AS $$
      SELECT '{"event":{"action":' || to_json(event.action) || ',"actorId":' || coalesce(to_json(event.actor_id)::text, 'null')
        || ',"data":' || to_json(event.data::text) || ',"happenedAt":' || to_json(audit_moment(event.happened_at))
        || ',"id":"' || event.id || '","subjectId":' || to_json(event.subject_id) || ',"subjectType":' || to_json(event.subject_type)
        || '},"number":"' || number || '","previous":"' || encode(previous, 'hex') || '"}' $$`);
};

const technical: Readonly<Record<string, string>> = {
  audit_event: 'it is the audit',
  audit_chain: 'it seals the audit',
  audit_head: 'it seals the audit',
  audit_exempt: 'only migrations write it',
  migrations: 'only migrations write it',
  outbox: 'carries what an audited change has caused',
  inbox: 'carries what an audited change has caused',
  consumer: 'who reads which event, as each process announces it',
  pool_activity: 'counts of events, to be counted again at any time',
  session: 'who is signed in; ending the sessions of somebody else is audited',
  attempt_tally: 'counts failed attempts for the throttle',
  one_time_code: 'a code on its way; what is done with it is audited',
};

/** Rows whose last change no audit row accompanies, by the transactions that the database itself has noted. */
const findUnaudited = async (runner: QueryRunner): Promise<void> => {
  await runner.query('CREATE TABLE audit_exempt (table_name text PRIMARY KEY, reason text NOT NULL)');
  await runner.query(`GRANT SELECT ON audit_exempt TO ${WORKING}, sepikul_auditor`);
  await exemptFromAudit(runner, technical);
  await runner.query(`
    CREATE FUNCTION audited_tables() RETURNS SETOF regclass LANGUAGE sql STABLE AS $$
      SELECT oid::regclass FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND relname NOT IN (SELECT table_name FROM audit_exempt) ORDER BY relname $$`);
  // A row keeps the number of the transaction that wrote it (xmin, of 32 bits). What was there before the first
  // audit row that bears one is left out.
  await runner.query(`
    CREATE FUNCTION unaudited_changes() RETURNS TABLE (subject text, detail text) LANGUAGE plpgsql STABLE AS $$
    DECLARE
      written text;
      begun xid;
    BEGIN
      SELECT string_agg(format('SELECT %L AS place, xmin AS writer, count(*) AS amount FROM %s GROUP BY xmin', name, name), ' UNION ALL ')
      INTO written FROM audited_tables() AS name WHERE has_table_privilege(name, 'SELECT');
      SELECT (transaction_id % 4294967296)::text::xid INTO begun FROM audit_event WHERE action = 'audit-begun' ORDER BY id LIMIT 1;
      RETURN QUERY EXECUTE format(
        'SELECT place::text, amount || '' rows of transaction '' || writer || '' without an audit row'' FROM (%s) AS written
         WHERE age(writer) < age($1) AND writer::text::bigint NOT IN (
           SELECT transaction_id %% 4294967296 FROM audit_event UNION SELECT xmin::text::bigint FROM audit_event)', written)
      USING begun;
    END $$`);
  await runner.query(`
    INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('audit-begun', 'system', 'audit')`);
};

const promise = `
  WITH linked AS (
    SELECT number, audit_id, previous, hash, lag(number, 1, 0::bigint) OVER numbered AS number_before,
      lag(hash, 1, decode(repeat('00', 32), 'hex')) OVER numbered AS hash_before
    FROM audit_chain WINDOW numbered AS (ORDER BY number)
  )
  SELECT 'chain ' || number AS subject, CASE
      WHEN number <> number_before + 1 THEN 'comes after ' || number_before
      WHEN previous <> hash_before THEN 'does not follow the hash before it'
      WHEN event.id IS NULL THEN 'audit row ' || audit_id || ' is missing'
      ELSE 'audit row ' || audit_id || ' is not what was sealed' END AS detail
  FROM linked LEFT JOIN audit_event AS event ON event.id = audit_id
  WHERE number <> number_before + 1 OR previous <> hash_before OR event.id IS NULL
    OR hash <> sha256(convert_to(audit_entry(number, previous, event), 'UTF8'))
  UNION ALL
  SELECT 'head ' || audit_head.number, 'is not what the chain says'
  FROM audit_head LEFT JOIN audit_chain USING (number) WHERE audit_chain.hash IS DISTINCT FROM audit_head.hash
  UNION ALL
  SELECT 'audit row ' || event.id, 'came after its time' FROM audit_event AS event
  WHERE transaction_id < (SELECT horizon FROM audit_head ORDER BY number DESC LIMIT 1)
    AND NOT EXISTS (SELECT FROM audit_chain WHERE audit_id = event.id)
  UNION ALL
  SELECT subject, detail FROM unaudited_changes()`;

/** A history that cannot be rewritten unseen: every change has an audit row, and the rows are chained by their hashes. */
export const AuditChain1790000000390 = forward('AuditChain1790000000390', async (runner) => {
  await markTransactions(runner);
  await makeChain(runner);
  await sayEntry(runner);
  await findUnaudited(runner);
  await runner.query(`CREATE VIEW p10_every_change_is_audited WITH (security_invoker = true) AS ${promise}`);
  await runner.query('GRANT SELECT ON p10_every_change_is_audited TO sepikul_auditor');
});
