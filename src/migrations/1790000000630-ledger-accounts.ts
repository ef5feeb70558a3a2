import type { QueryRunner } from 'typeorm';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, seesRow } from './sight.js';
import { wall } from './wall.js';

/** An account's id is made of its party and purpose: who posts need not look it up. */
const nameAccounts = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE FUNCTION account_of(party_id uuid, purpose text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN md5(party_id::text || ' ' || purpose)::uuid`);
  await runner.query(
    'GRANT EXECUTE ON FUNCTION account_of(uuid, text) TO sepikul_app, sepikul_worker, sepikul_auditor',
  );
  await runner.query('ALTER TABLE posting DROP CONSTRAINT posting_account_id_fkey');
  await runner.query(
    'UPDATE posting SET account_id = account_of(party_id, purpose) FROM account WHERE account.id = account_id',
  );
  await runner.query('UPDATE account SET id = account_of(party_id, purpose)');
  await runner.query(`
    ALTER TABLE account ADD CONSTRAINT id_of_party_and_purpose CHECK (id = account_of(party_id, purpose))`);
  await runner.query(`
    ALTER TABLE posting ADD CONSTRAINT posting_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id)`);
  await runner.query(
    `INSERT INTO audit_event (action, subject_type, subject_id)
     SELECT 'accounts-named', 'system', 'ledger' WHERE EXISTS (SELECT FROM account)`,
  );
};

/** What was in the old tail goes to the days; the new one holds postings as they come, not yet summed. */
const renewTail = async (runner: QueryRunner): Promise<void> => {
  await runner.query('ALTER TABLE posting_tail RENAME TO old_tail');
  await runner.query('ALTER INDEX posting_tail_pkey RENAME TO old_tail_pkey');
  await runner.query(`
    INSERT INTO account_day AS kept (party_id, purpose, day, debit_rp, credit_rp)
    SELECT party_id, purpose, day, sum(debit_rp), sum(credit_rp) FROM old_tail GROUP BY 1, 2, 3
    ON CONFLICT (party_id, purpose, day) DO UPDATE
    SET debit_rp = kept.debit_rp + excluded.debit_rp, credit_rp = kept.credit_rp + excluded.credit_rp`);
  // Rows come and go all the time: dead ones are cleared away soon.
  await runner.query(`
    CREATE TABLE posting_tail (
      id bigint GENERATED ALWAYS AS IDENTITY,
      account_id uuid NOT NULL,
      day date NOT NULL,
      amount_rp bigint NOT NULL CHECK (amount_rp <> 0),
      PRIMARY KEY (account_id, id)
    ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
  await grant(runner, { shown: ['posting_tail'] });
  await wall(runner, 'posting_tail', {
    read: anyOf(ACROSS, seesRow('account', 'account.id = account_id')),
    write: ACROSS,
  });
};

const takeAndRollUp = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`
    CREATE OR REPLACE FUNCTION take_postings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      stranger uuid;
    BEGIN
      WITH line AS MATERIALIZED (
        SELECT journal.id AS journal_id, journal.xmin AS written_by, account_id, effective_at, amount_rp
        FROM added JOIN journal ON journal.id = journal_id
      ), tail AS (
        INSERT INTO posting_tail (account_id, day, amount_rp) SELECT account_id, ledger_day(effective_at), amount_rp FROM line
      )
      SELECT journal_id INTO stranger FROM line WHERE written_by <> pg_current_xact_id()::xid LIMIT 1;
      IF stranger IS NOT NULL THEN
        RAISE EXCEPTION 'journal % was written before: nothing is added to it', stranger
          USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_come_with_their_journal';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION roll_up_postings(at_most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      rolled integer;
    BEGIN
      IF NOT pg_try_advisory_xact_lock(hashtextextended('ledger.roll-up', 0)) THEN RETURN 0; END IF;
      WITH taken AS (
        DELETE FROM posting_tail WHERE ctid = ANY (ARRAY(SELECT ctid FROM posting_tail LIMIT at_most))
        RETURNING account_id, day, amount_rp
      ), summed AS (
        INSERT INTO account_day AS kept (party_id, purpose, day, debit_rp, credit_rp)
        SELECT party_id, purpose, day, sum(greatest(amount_rp, 0)), sum(greatest(-amount_rp, 0))
        FROM taken JOIN account ON account.id = account_id GROUP BY 1, 2, 3
        ON CONFLICT (party_id, purpose, day) DO UPDATE
        SET debit_rp = kept.debit_rp + excluded.debit_rp, credit_rp = kept.credit_rp + excluded.credit_rp
      )
      SELECT count(*) INTO rolled FROM taken;
      RETURN rolled;
    END $$`);
};

/** Judged as before; the party of each line is asked for by its key, however small the table of accounts. */
const judgeJournals = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    CREATE OR REPLACE FUNCTION check_journal_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      lines bigint;
      total numeric;
      each_balances boolean;
    BEGIN
      SELECT coalesce(sum(part.lines), 0), coalesce(sum(part.total), 0), bool_and(part.total = 0)
      INTO lines, total, each_balances FROM (
        SELECT count(*) AS lines, sum(amount_rp) AS total FROM (
          SELECT amount_rp, (SELECT party_id FROM account WHERE id = account_id) AS party_id FROM posting WHERE journal_id = NEW.id
        ) AS line GROUP BY party_id
      ) AS part;
      IF lines < 2 OR total <> 0 THEN
        RAISE EXCEPTION 'journal % does not balance: % postings, sum %', NEW.id, lines, total
          USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_sums_to_zero';
      END IF;
      IF NOT each_balances THEN
        RAISE EXCEPTION 'journal % does not balance within the books of each party', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_balances_each_party';
      END IF;
      IF NEW.reverses_id IS NOT NULL THEN
        IF EXISTS (SELECT FROM journal WHERE id = NEW.reverses_id AND reverses_id IS NOT NULL)
          OR EXISTS (
            SELECT FROM posting WHERE journal_id IN (NEW.id, NEW.reverses_id) GROUP BY account_id
            HAVING sum(amount_rp) <> 0
              OR count(*) FILTER (WHERE journal_id = NEW.id) <> count(*) FILTER (WHERE journal_id = NEW.reverses_id))
        THEN
          RAISE EXCEPTION 'journal % is no mirror of %', NEW.id, NEW.reverses_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'reversal_mirrors';
        END IF;
      END IF;
      RETURN NULL;
    END $$`);

/** As before; of the tail now each posting. */
const SUMS_TO_ZERO = `
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
        UNION ALL SELECT party_id, purpose, day, greatest(amount_rp, 0), greatest(-amount_rp, 0)
        FROM posting_tail JOIN account ON account.id = account_id) AS part GROUP BY 1, 2, 3
    ) AS kept FULL JOIN (
      SELECT party_id, purpose, ledger_day(effective_at) AS day,
        sum(greatest(amount_rp, 0)) AS debit_rp, sum(greatest(-amount_rp, 0)) AS credit_rp
      FROM posting JOIN account ON account.id = account_id JOIN journal ON journal.id = journal_id GROUP BY 1, 2, 3
    ) AS posted USING (party_id, purpose, day)
    WHERE kept.debit_rp IS DISTINCT FROM posted.debit_rp OR kept.credit_rp IS DISTINCT FROM posted.credit_rp
    UNION ALL
    SELECT reversal.id::text, 'reverses ' || taken.id || ', a reversal itself'
    FROM journal AS reversal JOIN journal AS taken ON taken.id = reversal.reverses_id WHERE taken.reverses_id IS NOT NULL`;

export const LedgerAccounts1790000000630 = forward('LedgerAccounts1790000000630', async (runner) => {
  await nameAccounts(runner);
  await renewTail(runner);
  await takeAndRollUp(runner);
  await judgeJournals(runner);
  await runner.query(
    `CREATE OR REPLACE VIEW p01_journals_sum_to_zero WITH (security_invoker = true) AS ${SUMS_TO_ZERO}`,
  );
  await runner.query('DROP TABLE old_tail');
});
