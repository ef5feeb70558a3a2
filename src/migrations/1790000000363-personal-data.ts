import { forward } from './forward.js';

/**
 * A person may be erased (UU PDP): what names them goes, the row stays, so that every id that history holds goes on
 * standing for somebody. And what is kept of a person can be listed, over every table that there is or will be.
 */
export const PersonalData1790000000363 = forward('PersonalData1790000000363', async (runner) => {
  await runner.query(`
    ALTER TABLE person
      ADD COLUMN erased_at timestamptz,
      ADD CONSTRAINT erased_is_nobody CHECK (erased_at IS NULL OR (login = 'erased-' || id::text AND name = 'erased'
        AND num_nonnulls(password_hash, contact) = 0 AND disabled_at IS NOT NULL))`);
  await runner.query(`
    CREATE FUNCTION keep_erased() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'person % is erased', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'erased_stays_erased';
    END $$`);
  await runner.query(`
    CREATE TRIGGER erased_stays_erased BEFORE UPDATE ON person FOR EACH ROW
    WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION keep_erased()`);

  // Where a person's id stands: every foreign key to person, and the audit. Keys only: what the rows say belongs to
  // parties, and a person who left one may not read it any more.
  await runner.query(`
    CREATE FUNCTION person_traces(subject uuid) RETURNS TABLE (place text, key text) LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE found record;
    BEGIN
      IF subject IS DISTINCT FROM principal_person() AND principal_purpose() = '' THEN
        RAISE EXCEPTION 'only the person themselves asks where their id stands' USING ERRCODE = 'insufficient_privilege';
      END IF;
      FOR found IN
        SELECT c.conrelid::regclass::text AS holder, a.attname::text AS field, (
          SELECT string_agg(format('t.%I', k.attname), ', ' ORDER BY k.attnum)
          FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
          WHERE i.indrelid = c.conrelid AND i.indisprimary AND k.atttypid <> 'bytea'::regtype) AS keys
        FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass AND cardinality(c.conkey) = 1
        ORDER BY 1, 2
      LOOP
        RETURN QUERY EXECUTE format(
          'SELECT %L, concat_ws(''/'', %s) FROM %s AS t WHERE t.%I = $1 ORDER BY 2',
          found.holder || '.' || found.field, coalesce(found.keys, ''''''), found.holder, found.field) USING subject;
      END LOOP;
      RETURN QUERY
        SELECT 'audit_event.actor_id', id::text FROM audit_event WHERE actor_id = subject ORDER BY id;
    END $$`);
  await runner.query(`REVOKE EXECUTE ON FUNCTION person_traces(uuid) FROM PUBLIC`);
  await runner.query(`GRANT EXECUTE ON FUNCTION person_traces(uuid) TO sepikul_app`);
});
