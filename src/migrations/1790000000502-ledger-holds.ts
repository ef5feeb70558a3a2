import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, OVERSEES, anyOf, isMine } from './sight.js';
import { wall } from './wall.js';

/** Money set aside on an account for a journal to come: pending, then posted by that journal or voided, each at most once. */
export const LedgerHolds1790000000502 = forward('LedgerHolds1790000000502', async (runner) => {
  await runner.query(`
    CREATE TABLE ledger_hold (
      id uuid PRIMARY KEY,
      business_key text NOT NULL UNIQUE,
      party_id uuid NOT NULL REFERENCES party (id),
      purpose text NOT NULL,
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'posted', 'voided')),
      journal_id uuid UNIQUE REFERENCES journal (id),
      held_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      ended_at timestamptz,
      FOREIGN KEY (party_id, purpose) REFERENCES account (party_id, purpose),
      CONSTRAINT hold_posted_by_a_journal CHECK ((state = 'posted') = (journal_id IS NOT NULL)),
      CONSTRAINT hold_ended_when_not_pending CHECK ((state = 'pending') = (ended_at IS NULL))
    )`);
  await runner.query(
    `CREATE INDEX ledger_hold_pending ON ledger_hold (party_id, purpose) WHERE state = 'pending'`,
  );
  await runner.query(`
    CREATE FUNCTION check_hold_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF OLD.state <> 'pending' OR (OLD.id, OLD.business_key, OLD.party_id, OLD.purpose, OLD.amount_rp, OLD.held_at)
        IS DISTINCT FROM (NEW.id, NEW.business_key, NEW.party_id, NEW.purpose, NEW.amount_rp, NEW.held_at) THEN
        RAISE EXCEPTION 'hold % is %: it ends once, and nothing else of it changes', OLD.id, OLD.state
          USING ERRCODE = 'check_violation', CONSTRAINT = 'hold_ends_once';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER hold_ends_once BEFORE UPDATE ON ledger_hold FOR EACH ROW EXECUTE FUNCTION check_hold_ends_once()`);
  await runner.query(`
    CREATE FUNCTION check_hold_begins_pending() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.state <> 'pending' THEN
        RAISE EXCEPTION 'hold % begins %', NEW.id, NEW.state
          USING ERRCODE = 'check_violation', CONSTRAINT = 'hold_begins_pending';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER hold_begins_pending BEFORE INSERT ON ledger_hold
    FOR EACH ROW EXECUTE FUNCTION check_hold_begins_pending()`);
  // The journal takes from the account what was held, or a part of it.
  await runner.query(`
    CREATE FUNCTION check_hold_posted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      moved numeric;
    BEGIN
      SELECT coalesce(sum(posting.amount_rp), 0) INTO moved FROM posting JOIN account ON account.id = account_id
      WHERE journal_id = NEW.journal_id AND party_id = NEW.party_id AND purpose = NEW.purpose;
      IF moved = 0 OR abs(moved) > NEW.amount_rp THEN
        RAISE EXCEPTION 'hold % is of %, its journal moves %', NEW.id, NEW.amount_rp, moved
          USING ERRCODE = 'check_violation', CONSTRAINT = 'hold_covers_its_journal';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_hold_posted() FROM PUBLIC');
  await runner.query(`
    CREATE CONSTRAINT TRIGGER hold_covers_its_journal AFTER UPDATE ON ledger_hold DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.state = 'posted') EXECUTE FUNCTION check_hold_posted()`);
  await grant(runner, { kept: ['ledger_hold'] });
  await wall(runner, 'ledger_hold', { read: anyOf(isMine('party_id'), ACROSS, OVERSEES), write: ACROSS });
});
