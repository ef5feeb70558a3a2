import { forward } from './forward.js';
import { grant } from './grant.js';

/** Double entry in whole rupiah. A journal is written once; at commit the database checks that it sums to zero, for all and for each party. */
export const Ledger1790000000030 = forward('Ledger1790000000030', async (runner) => {
  await runner.query(`
    CREATE TABLE account (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      purpose text NOT NULL CHECK (purpose IN ('receivable', 'payable', 'prepaid', 'unearned', 'purchases', 'sales')),
      UNIQUE (party_id, purpose)
    )`);
  await runner.query(`
    CREATE TABLE journal (
      id uuid PRIMARY KEY,
      business_key text NOT NULL UNIQUE,
      kind text NOT NULL,
      posted_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`
    CREATE TABLE posting (
      journal_id uuid NOT NULL REFERENCES journal (id),
      line_no integer NOT NULL CHECK (line_no > 0),
      account_id uuid NOT NULL REFERENCES account (id),
      amount_rp bigint NOT NULL CHECK (amount_rp <> 0),
      PRIMARY KEY (journal_id, line_no)
    )`);
  await runner.query(`CREATE INDEX posting_account ON posting (account_id)`);
  await runner.query(`
    CREATE FUNCTION check_journal_balances() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      checked uuid := coalesce(to_jsonb(NEW) ->> 'journal_id', to_jsonb(NEW) ->> 'id')::uuid;
      lines integer;
      total numeric;
    BEGIN
      SELECT count(*), coalesce(sum(amount_rp), 0) INTO lines, total FROM posting WHERE journal_id = checked;
      IF lines < 2 OR total <> 0 THEN
        RAISE EXCEPTION 'journal % does not balance: % postings, sum %', checked, lines, total
          USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_sums_to_zero';
      END IF;
      IF EXISTS (
        SELECT FROM posting JOIN account ON account.id = account_id WHERE journal_id = checked
        GROUP BY party_id HAVING sum(amount_rp) <> 0
      ) THEN
        RAISE EXCEPTION 'journal % does not balance within the books of each party', checked
          USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_balances_each_party';
      END IF;
      RETURN NULL;
    END $$`);
  for (const table of ['journal', 'posting'])
    await runner.query(`
      CREATE CONSTRAINT TRIGGER ${table}_sums_to_zero AFTER INSERT ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_journal_balances()`);
  await grant(runner, { appended: ['account', 'journal', 'posting'] });
});
