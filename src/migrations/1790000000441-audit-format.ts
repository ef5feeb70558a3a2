import { forward } from './forward.js';

const promise = `
  WITH linked AS (
    SELECT number, audit_id, previous, hash, format, lag(number, 1, 0::bigint) OVER numbered AS number_before,
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
    OR hash <> sha256(convert_to(audit_entry(number, previous, event, format), 'UTF8'))
  UNION ALL
  SELECT 'head ' || audit_head.number, 'is not what the chain says'
  FROM audit_head LEFT JOIN audit_chain USING (number) WHERE audit_chain.hash IS DISTINCT FROM audit_head.hash
  UNION ALL
  SELECT 'audit row ' || event.id, 'came after its time' FROM audit_event AS event
  WHERE transaction_id < (SELECT horizon FROM audit_head ORDER BY number DESC LIMIT 1)
    AND NOT EXISTS (SELECT FROM audit_chain WHERE audit_id = event.id)
  UNION ALL
  SELECT subject, detail FROM unaudited_changes()`;

/**
 * The key of the request that wrote an audit row is sealed with it. A place in the chain says in which format: what
 * is sealed already, and what a worker of the version before still seals, is format 1 and verifies as it did.
 */
export const AuditFormat1790000000441 = forward('AuditFormat1790000000441', async (runner) => {
  await runner.query(
    'ALTER TABLE audit_chain ADD COLUMN format smallint NOT NULL DEFAULT 1 CHECK (format IN (1, 2))',
  );
  await runner.query('GRANT INSERT (format) ON audit_chain TO sepikul_worker');
  // As seal-entry.ts has it, said a second time: canonical JSON by RFC 8785.
  await runner.query(`
    CREATE FUNCTION audit_entry(number bigint, previous bytea, event audit_event, format smallint) RETURNS text
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
      SELECT CASE format WHEN 1 THEN audit_entry(number, previous, event)
        ELSE '{"event":{"action":' || to_json(event.action) || ',"actorId":' || coalesce(to_json(event.actor_id)::text, 'null')
          || ',"data":' || to_json(event.data::text) || ',"happenedAt":' || to_json(audit_moment(event.happened_at))
          || ',"id":"' || event.id || '","keyId":' || coalesce(to_json(event.key_id)::text, 'null')
          || ',"subjectId":' || to_json(event.subject_id) || ',"subjectType":' || to_json(event.subject_type)
          || '},"format":"' || format || '","number":"' || number || '","previous":"' || encode(previous, 'hex') || '"}' END $$`);
  await runner.query(
    `CREATE OR REPLACE VIEW p10_every_change_is_audited WITH (security_invoker = true) AS ${promise}`,
  );
});
