import { forward } from './forward.js';
import { grant } from './grant.js';

/**
 * What the nightly checks found: one row per check and civil day, written once. The views are the auditor's; the
 * worker gets from the function how many rows break one, and the first of them, seen with the owner's eyes.
 */
export const LedgerChecks1790000000503 = forward('LedgerChecks1790000000503', async (runner) => {
  await runner.query(`
    CREATE TABLE ledger_check (
      id uuid PRIMARY KEY,
      check_name text NOT NULL,
      day date NOT NULL,
      outcome text NOT NULL CHECK (outcome IN ('holds', 'warning', 'broken')),
      views text[] NOT NULL,
      failure_count integer NOT NULL CHECK (failure_count >= 0),
      failures jsonb NOT NULL,
      ran_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (check_name, day),
      CONSTRAINT holds_without_failures CHECK ((outcome = 'holds') = (failure_count = 0))
    )`);
  await grant(runner, { appended: ['ledger_check'] });
  // Money of which nobody has said for a day what it is for: no fault of the books, but somebody's task.
  await runner.query(`
    CREATE VIEW suspense_waits WITH (security_invoker = true) AS
    SELECT party_id::text AS subject, 'suspense ' || -sum(amount_rp) || ', of which '
      || least(-sum(amount_rp), -coalesce(sum(amount_rp) FILTER (WHERE amount_rp < 0 AND posted_at < clock_timestamp() - interval '24 hours'), 0)
        - coalesce(sum(amount_rp) FILTER (WHERE amount_rp > 0), 0)) || ' for more than a day' AS detail
    FROM account JOIN posting ON account_id = account.id JOIN journal ON journal.id = journal_id
    WHERE purpose = 'suspense'
    GROUP BY party_id
    HAVING coalesce(sum(amount_rp) FILTER (WHERE amount_rp < 0 AND posted_at < clock_timestamp() - interval '24 hours'), 0)
      + coalesce(sum(amount_rp) FILTER (WHERE amount_rp > 0), 0) < 0`);
  await runner.query('GRANT SELECT ON suspense_waits TO sepikul_auditor');
  await runner.query(`
    CREATE FUNCTION look_at_books(prefix text) RETURNS TABLE (view_name text, subject text, detail text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      looked name;
    BEGIN
      IF prefix !~ '^(p0[134]_|suspense_waits$)' THEN
        RAISE EXCEPTION '% is no check of the books', prefix USING ERRCODE = 'invalid_parameter_value';
      END IF;
      FOR looked IN
        SELECT viewname FROM pg_views WHERE schemaname = 'public' AND starts_with(viewname::text, prefix) ORDER BY viewname
      LOOP
        view_name := looked;
        subject := NULL;
        detail := NULL;
        RETURN NEXT;
        RETURN QUERY EXECUTE format('SELECT %L::text, subject::text, detail::text FROM %I', looked, looked);
      END LOOP;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION look_at_books(text) FROM PUBLIC');
  await runner.query('GRANT EXECUTE ON FUNCTION look_at_books(text) TO sepikul_worker');
});
