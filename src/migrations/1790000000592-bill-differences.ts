import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isActing, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/**
 * What a seller's bill asks for above what agrees may be accepted by two people of an organiser that resells: a debt of its
 * own, which no member pays. And what buyer and seller say to each other about a bill.
 */
export const BillDifferences1790000000592 = forward('BillDifferences1790000000592', async (runner) => {
  await runner.query(`
    ALTER TABLE seller_bill
      DROP CONSTRAINT seller_bill_state_check,
      DROP CONSTRAINT seller_bill_check2,
      ADD CONSTRAINT seller_bill_state_check
        CHECK (state IN ('held', 'agreed', 'differs', 'credited', 'accepted', 'withdrawn')),
      ADD CONSTRAINT ended_with_a_reason CHECK
        ((state IN ('credited', 'accepted', 'withdrawn')) = (ended_at IS NOT NULL AND end_reason IS NOT NULL))`);
  await runner.query(`
    CREATE TABLE bill_difference (
      id uuid PRIMARY KEY,
      bill_id uuid NOT NULL REFERENCES seller_bill (id),
      buyer_id uuid NOT NULL REFERENCES party (id),
      seller_id uuid NOT NULL REFERENCES party (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      reason text NOT NULL CHECK (reason <> ''),
      decision_id uuid NOT NULL UNIQUE REFERENCES decision (id),
      state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'accepted', 'dropped')),
      journal_id uuid UNIQUE REFERENCES journal (id),
      due_id uuid UNIQUE REFERENCES due (id),
      proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      ended_at timestamptz,
      CONSTRAINT accepted_is_booked CHECK ((state = 'accepted') = (journal_id IS NOT NULL AND due_id IS NOT NULL)),
      CONSTRAINT difference_ended_when_not_proposed CHECK ((state = 'proposed') = (ended_at IS NULL))
    )`);
  await runner.query(
    `CREATE UNIQUE INDEX bill_difference_once ON bill_difference (bill_id) WHERE state = 'accepted'`,
  );
  await runner.query(`CREATE INDEX bill_difference_bill ON bill_difference (bill_id, id)`);
  await runner.query(`
    CREATE TABLE bill_word (
      id uuid PRIMARY KEY,
      bill_id uuid NOT NULL REFERENCES seller_bill (id),
      party_id uuid NOT NULL REFERENCES party (id),
      person_id uuid NOT NULL REFERENCES person (id),
      kind text NOT NULL CHECK (kind IN ('dispute', 'answer')),
      text text NOT NULL CHECK (text <> ''),
      said_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX bill_word_bill ON bill_word (bill_id, id)`);
  // Of two people of its buyer: whatever moved it on, its own decision must stand approved.
  await runner.query(`
    CREATE FUNCTION check_bill_difference() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM decision WHERE id = NEW.decision_id AND kind = 'payout' AND party_id = NEW.buyer_id
          AND subject_id = NEW.id AND (NEW.state <> 'accepted' OR state = 'approved')) THEN
        RAISE EXCEPTION 'bill difference % is not of two people', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'bill_difference_by_two_people';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_bill_difference() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER bill_difference_of_two BEFORE INSERT OR UPDATE ON bill_difference
    FOR EACH ROW EXECUTE FUNCTION check_bill_difference()`);
  await grant(runner, { kept: ['bill_difference'], appended: ['bill_word'] });
  await wall(runner, 'bill_difference', {
    read: anyOf(isMine('buyer_id'), ACROSS, OVERSEES),
    write: anyOf(isActing('buyer_id'), ACROSS),
  });
  await wall(runner, 'bill_word', {
    read: anyOf(ACROSS, OVERSEES, seesRow('seller_bill', 'seller_bill.id = bill_id')),
    write: anyOf(isActing('party_id'), ACROSS),
  });

  // An organiser's purchases hold what it accepted besides what receipts say: that is no lot's.
  const [before] = (await runner.query(
    `SELECT pg_get_viewdef('p16_settled_lots_add_up'::regclass) AS definition`,
  )) as { definition: string }[];
  const definition = before?.definition.replace(
    `journal.kind <> 'invoice-tax'::text`,
    `journal.kind <> ALL (ARRAY['invoice-tax'::text, 'bill-difference'::text])`,
  );
  if (definition === undefined || definition === before?.definition)
    throw new Error('p16 does not read as it did');
  await runner.query(
    `CREATE OR REPLACE VIEW p16_settled_lots_add_up WITH (security_invoker = true) AS ${definition}`,
  );
  await runner.query(`
    CREATE VIEW p29_accepted_differences_are_booked WITH (security_invoker = true) AS
    SELECT seller_bill.id::text AS subject, state || ', accepted ' || coalesce(taken.amount_rp, 0) || ' of '
      || seller_bill.amount_rp - matched_rp || ', due ' || coalesce(taken.due_rp, 0) || ', booked ' || coalesce(taken.booked_rp, 0) AS detail
    FROM seller_bill LEFT JOIN (
      SELECT bill_id, bill_difference.amount_rp, due.amount_rp AS due_rp, due.payer_id, due.payee_id,
        (SELECT sum(posting.amount_rp) FROM posting JOIN account ON account.id = account_id
         WHERE posting.journal_id = bill_difference.journal_id AND party_id = buyer_id AND purpose = 'purchases') AS booked_rp
      FROM bill_difference LEFT JOIN due ON due.id = due_id WHERE bill_difference.state = 'accepted'
    ) AS taken ON bill_id = seller_bill.id
    WHERE (state = 'accepted') <> (bill_id IS NOT NULL)
      OR (bill_id IS NOT NULL AND ((taken.amount_rp, due_rp, booked_rp, payer_id, payee_id)
        IS DISTINCT FROM (seller_bill.amount_rp - matched_rp, taken.amount_rp, taken.amount_rp, buyer_id, seller_id)))`);
  await runner.query('GRANT SELECT ON p29_accepted_differences_are_booked TO sepikul_auditor');
});
