import type { QueryRunner } from 'typeorm';
import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, OVERSEES, anyOf, isMine } from './sight.js';
import { wall } from './wall.js';

/** Documents say which pool their journal is of. */
const POOL_OF_JOURNAL = `
  SELECT journal_id, pool_id FROM payment_request JOIN delivery_drop ON delivery_drop.id = drop_id
  UNION ALL SELECT journal_id, pool_id FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id
  UNION ALL SELECT credit_note.journal_id, pool_id FROM credit_note JOIN invoice ON invoice.id = invoice_id
    JOIN delivery_drop ON delivery_drop.id = drop_id
  UNION ALL SELECT journal_id, pool_id FROM closing_credit JOIN lot ON lot.id = lot_id
  UNION ALL SELECT fee_journal_id, pool_id FROM lot_closing JOIN lot ON lot.id = lot_id`;

/** What a journal says beside its postings: the moment it is about, its pool, its paper, and what it takes back. */
const extendJournals = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    ALTER TABLE journal
      ADD reverses_id uuid UNIQUE REFERENCES journal (id),
      ADD reason text,
      ADD reference text,
      ADD pool_id uuid REFERENCES pool (id),
      ADD effective_at timestamptz,
      ADD CONSTRAINT reverses_another CHECK (reverses_id <> id),
      ADD CONSTRAINT reason_of_a_reversal CHECK (reason IS NULL OR reverses_id IS NOT NULL)`);
  await runner.query(`
    UPDATE journal SET effective_at = posted_at,
      pool_id = (SELECT pool_id FROM (${POOL_OF_JOURNAL}) AS paper WHERE journal_id = journal.id LIMIT 1)`);
  await runner.query(`
    ALTER TABLE journal ALTER effective_at SET NOT NULL, ALTER effective_at SET DEFAULT clock_timestamp()`);
  await runner.query('CREATE INDEX journal_effective ON journal (effective_at)');
  await runner.query('CREATE INDEX journal_pool ON journal (pool_id) WHERE pool_id IS NOT NULL');
  await runner.query(
    `INSERT INTO audit_event (action, subject_type, subject_id)
     SELECT 'journals-dated', 'system', 'ledger' WHERE EXISTS (SELECT FROM journal)`,
  );
};

/**
 * A journal is judged once, at its commit: its postings sum to zero for all and for each party, and those of a
 * reversal are the mirror of what it takes back.
 */
const judgeJournals = async (runner: QueryRunner): Promise<void> => {
  await runner.query('DROP TRIGGER posting_sums_to_zero ON posting');
  await runner.query('DROP TRIGGER journal_sums_to_zero ON journal');
  await runner.query('DROP FUNCTION check_journal_balances()');
  await runner.query(`
    CREATE FUNCTION check_journal_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      lines bigint;
      total numeric;
      each_balances boolean;
    BEGIN
      SELECT coalesce(sum(part.lines), 0), coalesce(sum(part.total), 0), bool_and(part.total = 0)
      INTO lines, total, each_balances FROM (
        SELECT count(*) AS lines, sum(amount_rp) AS total
        FROM posting JOIN account ON account.id = account_id WHERE journal_id = NEW.id GROUP BY party_id
      ) AS part;
      IF lines < 2 OR total <> 0 THEN
        RAISE EXCEPTION 'journal % does not balance: % postings, sum %', NEW.id, lines, total
          USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_sums_to_zero';
      END IF;
      IF NOT each_balances THEN
        RAISE EXCEPTION 'journal % does not balance within the books of each party', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_balances_each_party';
      END IF;
      IF NEW.reverses_id IS NOT NULL AND (
        EXISTS (SELECT FROM journal WHERE id = NEW.reverses_id AND reverses_id IS NOT NULL)
        OR EXISTS (
          SELECT FROM posting WHERE journal_id IN (NEW.id, NEW.reverses_id) GROUP BY account_id
          HAVING sum(amount_rp) <> 0
            OR count(*) FILTER (WHERE journal_id = NEW.id) <> count(*) FILTER (WHERE journal_id = NEW.reverses_id))
      ) THEN
        RAISE EXCEPTION 'journal % is no mirror of %', NEW.id, NEW.reverses_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_mirrors';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_journal_balances() FROM PUBLIC');
  await runner.query(`
    CREATE CONSTRAINT TRIGGER journal_sums_to_zero AFTER INSERT ON journal
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal_balances()`);
};

/**
 * Sums per party, purpose and civil day. Whoever posts adds a small row to the tail and waits for nobody, however
 * many post on the same account; the tail is rolled up into the days by one function. A balance is days and tail,
 * seen in one statement.
 */
const sumDays = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE FUNCTION ledger_day(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (moment AT TIME ZONE 'Asia/Jakarta')::date`);
  await runner.query(
    'GRANT EXECUTE ON FUNCTION ledger_day(timestamptz) TO sepikul_app, sepikul_worker, sepikul_auditor',
  );
  const sums = `
    party_id uuid NOT NULL REFERENCES party (id),
    purpose text NOT NULL,
    day date NOT NULL,
    debit_rp bigint NOT NULL CHECK (debit_rp >= 0),
    credit_rp bigint NOT NULL CHECK (credit_rp >= 0)`;
  await runner.query(`CREATE TABLE account_day (${sums}, PRIMARY KEY (party_id, purpose, day))`);
  // A balance reads a party's days side by side, not one page of the table for each.
  await runner.query(
    'CREATE INDEX account_day_sums ON account_day (party_id, day) INCLUDE (purpose, debit_rp, credit_rp)',
  );
  // Rows come and go all the time: dead ones are cleared away soon.
  await runner.query(`
    CREATE TABLE posting_tail (
      id bigint GENERATED ALWAYS AS IDENTITY,
      ${sums.replace(' REFERENCES party (id)', '')},
      PRIMARY KEY (party_id, id)
    ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
  await runner.query(`
    INSERT INTO account_day (party_id, purpose, day, debit_rp, credit_rp)
    SELECT party_id, purpose, ledger_day(effective_at), sum(greatest(amount_rp, 0)), sum(greatest(-amount_rp, 0))
    FROM posting JOIN account ON account.id = account_id JOIN journal ON journal.id = journal_id GROUP BY 1, 2, 3`);
  await grant(runner, { shown: ['account_day', 'posting_tail'] });
  for (const table of ['account_day', 'posting_tail'])
    await wall(runner, table, { read: anyOf(isMine('party_id'), ACROSS, OVERSEES), write: ACROSS });
  await exemptFromAudit(runner, {
    account_day: 'sums of postings, to be summed again at any time',
    posting_tail: 'sums of postings, to be summed again at any time',
  });
};

/** Postings come with their journal, in one transaction, and are in the tail at once. */
const takePostings = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE FUNCTION take_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      stranger uuid;
    BEGIN
      WITH line AS MATERIALIZED (
        SELECT journal.id AS journal_id, journal.xmin AS written_by, party_id, purpose, effective_at, amount_rp
        FROM added JOIN journal ON journal.id = journal_id JOIN account ON account.id = account_id
      ), tail AS (
        INSERT INTO posting_tail (party_id, purpose, day, debit_rp, credit_rp)
        SELECT party_id, purpose, ledger_day(effective_at), sum(greatest(amount_rp, 0)), sum(greatest(-amount_rp, 0))
        FROM line GROUP BY 1, 2, 3
      )
      SELECT journal_id INTO stranger FROM line WHERE written_by <> pg_current_xact_id()::xid LIMIT 1;
      IF stranger IS NOT NULL THEN
        RAISE EXCEPTION 'journal % was written before: nothing is added to it', stranger
          USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_come_with_their_journal';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION take_postings() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER posting_taken AFTER INSERT ON posting REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION take_postings()`);
  // One at a time, so that none waits for a day that another is adding to.
  await runner.query(`
    CREATE FUNCTION roll_up_postings(at_most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      rolled integer;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(hashtextextended('ledger.roll-up', 0)) THEN RETURN 0; END IF;
      WITH taken AS (
        DELETE FROM posting_tail WHERE ctid = ANY (ARRAY(SELECT ctid FROM posting_tail LIMIT at_most))
        RETURNING party_id, purpose, day, debit_rp, credit_rp
      ), summed AS (
        INSERT INTO account_day AS kept (party_id, purpose, day, debit_rp, credit_rp)
        SELECT party_id, purpose, day, sum(debit_rp), sum(credit_rp) FROM taken GROUP BY 1, 2, 3
        ON CONFLICT (party_id, purpose, day) DO UPDATE
        SET debit_rp = kept.debit_rp + excluded.debit_rp, credit_rp = kept.credit_rp + excluded.credit_rp
      )
      SELECT count(*) INTO rolled FROM taken;
      RETURN rolled;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION roll_up_postings(integer) FROM PUBLIC');
  await runner.query('GRANT EXECUTE ON FUNCTION roll_up_postings(integer) TO sepikul_worker');
};

const promises: Readonly<Record<string, string>> = {
  // For all, and inside each party's own books; a journal without postings is none; and the sums that balances are
  // made of are those of the postings, day by day.
  p01_journals_sum_to_zero: `
    SELECT journal.id::text AS subject, count(posting.journal_id) || ' postings, sum ' || coalesce(sum(amount_rp), 0) AS detail
    FROM journal LEFT JOIN posting ON journal_id = journal.id
    GROUP BY journal.id HAVING count(posting.journal_id) < 2 OR sum(amount_rp) <> 0
    UNION ALL
    SELECT journal_id::text, 'party ' || party_id || ' sum ' || sum(amount_rp)
    FROM posting JOIN account ON account.id = account_id
    GROUP BY journal_id, party_id HAVING sum(amount_rp) <> 0
    UNION ALL
    SELECT party_id::text, purpose || ' on ' || day || ': sums ' || coalesce(kept.debit_rp, 0) || ' and ' || coalesce(kept.credit_rp, 0)
      || ', postings ' || coalesce(posted.debit_rp, 0) || ' and ' || coalesce(posted.credit_rp, 0)
    FROM (
      SELECT party_id, purpose, day, sum(debit_rp) AS debit_rp, sum(credit_rp) AS credit_rp
      FROM (SELECT party_id, purpose, day, debit_rp, credit_rp FROM account_day
        UNION ALL SELECT party_id, purpose, day, debit_rp, credit_rp FROM posting_tail) AS part GROUP BY 1, 2, 3
    ) AS kept FULL JOIN (
      SELECT party_id, purpose, ledger_day(effective_at) AS day,
        sum(greatest(amount_rp, 0)) AS debit_rp, sum(greatest(-amount_rp, 0)) AS credit_rp
      FROM posting JOIN account ON account.id = account_id JOIN journal ON journal.id = journal_id GROUP BY 1, 2, 3
    ) AS posted USING (party_id, purpose, day)
    WHERE kept.debit_rp IS DISTINCT FROM posted.debit_rp OR kept.credit_rp IS DISTINCT FROM posted.credit_rp
    UNION ALL
    SELECT reversal.id::text, 'reverses ' || taken.id || ', a reversal itself'
    FROM journal AS reversal JOIN journal AS taken ON taken.id = reversal.reverses_id WHERE taken.reverses_id IS NOT NULL`,

  // What the gateway settled stands in transit for a day at the most, and never less than nothing; first in, first out.
  p03_clearing_is_empty_after_a_day: `
    SELECT party_id::text AS subject, 'gateway-clearing ' || sum(amount_rp) || ', of which '
      || greatest(0, coalesce(sum(amount_rp) FILTER (WHERE amount_rp > 0 AND posted_at < clock_timestamp() - interval '24 hours'), 0)
        + coalesce(sum(amount_rp) FILTER (WHERE amount_rp < 0), 0)) || ' for more than a day' AS detail
    FROM account JOIN posting ON account_id = account.id JOIN journal ON journal.id = journal_id
    WHERE purpose = 'gateway-clearing'
    GROUP BY party_id
    HAVING sum(amount_rp) < 0
      OR coalesce(sum(amount_rp) FILTER (WHERE amount_rp > 0 AND posted_at < clock_timestamp() - interval '24 hours'), 0)
        + coalesce(sum(amount_rp) FILTER (WHERE amount_rp < 0), 0) > 0`,
};

/** Corrections are reversals; balances at any date come from sums per day that no hot account waits for. */
export const LedgerDays1790000000501 = forward('LedgerDays1790000000501', async (runner) => {
  await extendJournals(runner);
  await judgeJournals(runner);
  await sumDays(runner);
  await takePostings(runner);
  for (const [name, query] of Object.entries(promises)) {
    await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_auditor`);
  }
});
