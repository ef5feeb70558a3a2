import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/**
 * Payouts: dues that are paid from a bank account, by two people; and bank statements, whose lines say what really
 * left and what really came.
 */
export const Payouts1790000000540 = forward('Payouts1790000000540', async (runner) => {
  await runner.query(`
    CREATE TABLE payout (
      id uuid PRIMARY KEY,
      payer_id uuid NOT NULL REFERENCES party (id),
      payee_id uuid NOT NULL REFERENCES party (id),
      account_id uuid NOT NULL REFERENCES bank_account (id),
      method text NOT NULL CHECK (method IN ('transfer', 'iris')),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      decision_id uuid NOT NULL UNIQUE REFERENCES decision (id),
      state text NOT NULL DEFAULT 'proposed'
        CHECK (state IN ('proposed', 'approved', 'sent', 'paid', 'failed', 'returned', 'refused')),
      proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      approved_at timestamptz,
      sent_at timestamptz,
      sent_by uuid REFERENCES person (id),
      ended_at timestamptz,
      reason text CHECK (reason <> ''),
      journal_id uuid UNIQUE REFERENCES journal (id),
      return_journal_id uuid UNIQUE REFERENCES journal (id),
      over_rp bigint CHECK (over_rp BETWEEN 0 AND amount_rp),
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT nobody_pays_themselves CHECK (payer_id <> payee_id),
      CONSTRAINT approved_before_it_moves
        CHECK (state IN ('proposed', 'refused') OR approved_at IS NOT NULL),
      CONSTRAINT booked_when_paid CHECK ((state IN ('paid', 'returned')) = (journal_id IS NOT NULL)
        AND (journal_id IS NULL) = (over_rp IS NULL)),
      CONSTRAINT returned_is_booked_back CHECK ((state = 'returned') = (return_journal_id IS NOT NULL)),
      CONSTRAINT failed_with_a_reason CHECK (state NOT IN ('failed', 'returned', 'refused') OR reason IS NOT NULL)
    )`);
  await runner.query(`CREATE INDEX payout_payer ON payout (payer_id, id)`);
  await runner.query(`CREATE INDEX payout_payee ON payout (payee_id, id)`);
  await runner.query(`
    CREATE TABLE payout_item (
      payout_id uuid NOT NULL REFERENCES payout (id),
      due_id uuid NOT NULL REFERENCES due (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      is_under_way boolean NOT NULL DEFAULT true,
      PRIMARY KEY (payout_id, due_id)
    )`);
  await runner.query(`CREATE UNIQUE INDEX payout_item_once ON payout_item (due_id) WHERE is_under_way`);
  // Money leaves by two people only: whatever moved a payout on, its own decision must stand approved.
  await runner.query(`
    CREATE FUNCTION check_payout() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      broken text;
      decided record;
    BEGIN
      SELECT kind, party_id, subject_id, state INTO decided FROM decision WHERE id = NEW.decision_id;
      IF decided.kind <> 'payout' OR decided.party_id <> NEW.payer_id OR decided.subject_id <> NEW.id THEN
        broken := 'payout_rests_on_its_decision';
      ELSIF NEW.state NOT IN ('proposed', 'refused') AND decided.state <> 'approved' THEN
        broken := 'payout_by_two_people';
      ELSIF TG_OP = 'UPDATE' AND
        (NEW.id, NEW.payer_id, NEW.payee_id, NEW.account_id, NEW.method, NEW.amount_rp, NEW.decision_id, NEW.proposed_at)
        IS DISTINCT FROM
        (OLD.id, OLD.payer_id, OLD.payee_id, OLD.account_id, OLD.method, OLD.amount_rp, OLD.decision_id, OLD.proposed_at)
      THEN broken := 'payout_stays_what_was_decided';
      ELSIF NOT EXISTS (
        SELECT FROM bank_account WHERE bank_account.id = NEW.account_id AND bank_account.party_id = NEW.payee_id
      ) THEN broken := 'payout_to_the_payees_account';
      END IF;
      IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'payout %: %', NEW.id, broken USING ERRCODE = 'check_violation', CONSTRAINT = broken;
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_payout() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER payout_of_two BEFORE INSERT OR UPDATE ON payout FOR EACH ROW EXECUTE FUNCTION check_payout()`);
  await runner.query(`
    CREATE FUNCTION check_payout_sum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      checked uuid := coalesce(to_jsonb(NEW) ->> 'payout_id', to_jsonb(NEW) ->> 'id')::uuid;
    BEGIN
      IF EXISTS (
        SELECT FROM payout WHERE id = checked
          AND amount_rp <> (SELECT coalesce(sum(amount_rp), 0) FROM payout_item WHERE payout_id = checked)
      ) THEN
        RAISE EXCEPTION 'payout % is not the sum of its items', checked
          USING ERRCODE = 'check_violation', CONSTRAINT = 'payout_is_sum_of_items';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_payout_sum() FROM PUBLIC');
  for (const table of ['payout', 'payout_item'])
    await runner.query(`
      CREATE CONSTRAINT TRIGGER ${table}_sums_up AFTER INSERT ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_payout_sum()`);
  await runner.query(`
    CREATE TABLE payout_proof (
      payout_id uuid NOT NULL REFERENCES payout (id),
      sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
      media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
      file_name text NOT NULL CHECK (file_name <> ''),
      content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 20971520),
      uploaded_by uuid NOT NULL REFERENCES person (id),
      uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (payout_id, sha256)
    )`);
  await runner.query(`ALTER TABLE payout_proof ALTER COLUMN content SET STORAGE EXTERNAL`);

  await runner.query(`
    CREATE TABLE bank_statement (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      account_id uuid NOT NULL REFERENCES bank_account (id),
      format text NOT NULL CHECK (format IN ('bca', 'bri', 'bni', 'mandiri')),
      sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
      lines integer NOT NULL CHECK (lines > 0),
      new_lines integer NOT NULL CHECK (new_lines BETWEEN 0 AND lines),
      first_day date NOT NULL,
      last_day date NOT NULL CHECK (last_day >= first_day),
      imported_by uuid NOT NULL REFERENCES person (id),
      imported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (account_id, sha256)
    )`);
  await runner.query(`CREATE INDEX bank_statement_party ON bank_statement (party_id, id)`);
  await runner.query(`
    CREATE TABLE bank_line (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      account_id uuid NOT NULL REFERENCES bank_account (id),
      statement_id uuid NOT NULL REFERENCES bank_statement (id),
      line_key bytea NOT NULL CHECK (octet_length(line_key) = 32),
      booked_on date NOT NULL,
      amount_rp bigint NOT NULL,
      sen smallint NOT NULL CHECK (sen BETWEEN -99 AND 99),
      text text NOT NULL,
      state text NOT NULL CHECK (state IN ('open', 'suspense', 'resolved')),
      resolved_as text CHECK (resolved_as IN ('due', 'payout', 'transfer', 'gateway', 'not-ours', 'money-back')),
      resolved_id uuid,
      resolved_by uuid REFERENCES person (id),
      resolved_at timestamptz,
      suspense_journal_id uuid UNIQUE REFERENCES journal (id),
      version integer NOT NULL DEFAULT 1,
      UNIQUE (account_id, line_key),
      CONSTRAINT resolved_as_something
        CHECK (num_nulls(resolved_as, resolved_at) = CASE state WHEN 'resolved' THEN 0 ELSE 2 END),
      CONSTRAINT suspense_is_booked CHECK (state <> 'suspense' OR suspense_journal_id IS NOT NULL),
      CONSTRAINT suspense_came_in CHECK (suspense_journal_id IS NULL OR amount_rp > 0)
    )`);
  await runner.query(`CREATE INDEX bank_line_party ON bank_line (party_id, id)`);
  // Payer and payee each have a line of their own for it, and only one.
  await runner.query(`
    CREATE UNIQUE INDEX bank_line_proves_once ON bank_line (party_id, resolved_as, resolved_id)
    WHERE resolved_as IN ('payout', 'transfer')`);
  await runner.query(
    `CREATE INDEX bank_line_waits ON bank_line (party_id, booked_on) WHERE state <> 'resolved'`,
  );

  await grant(runner, {
    kept: ['payout', 'payout_item', 'bank_line'],
    appended: ['payout_proof', 'bank_statement'],
  });
  await wall(runner, 'payout', {
    read: anyOf(isMine('payer_id'), isMine('payee_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('payer_id'), ACROSS),
  });
  const ofPayout = (table: string): string => seesRow('payout', `payout.id = ${table}.payout_id`);
  const ofOwnPayout = (table: string): string =>
    seesRow('payout', `payout.id = ${table}.payout_id AND ${isMine('payout.payer_id')}`);
  for (const table of ['payout_item', 'payout_proof'])
    await wall(runner, table, {
      read: anyOf(ACROSS, ofPayout(table)),
      write: anyOf(ACROSS, ofOwnPayout(table)),
    });
  for (const table of ['bank_statement', 'bank_line'])
    await wall(runner, table, {
      read: anyOf(isMine('party_id'), ACROSS, OVERSEES),
      write: anyOf(isMine('party_id'), ACROSS),
    });
});
