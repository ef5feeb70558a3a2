import { forward } from './forward.js';
import { grant } from './grant.js';
import { ownedBy, wall } from './wall.js';

/** As before, of decisions of two people too. */
const p12 = `
    SELECT id::text AS subject, 'proposed and approved by ' || approved_by AS detail
    FROM award WHERE approved_by = proposed_by
    UNION ALL
    SELECT id::text, 'approved by ' || approved_by || ' alone' FROM award
    WHERE approved_by IS NOT NULL AND proposed_by IS NULL AND (endorsed_by IS NULL OR endorsed_by = approved_by)
    UNION ALL
    SELECT objection.id::text, 'answered by ' || answered_by || ', who proposed'
    FROM objection JOIN objection_answer ON objection_id = objection.id JOIN award ON award.id = award_id
    WHERE answered_by = proposed_by
    UNION ALL
    SELECT id::text, 'decided by ' || proposed_by || ' alone' FROM decision
    WHERE approved_by = proposed_by OR (state = 'approved' AND approved_by IS NULL)`;

/**
 * Decisions of two people, and what rests on them: a party's bank accounts with their cooling-off, and an
 * organiser's house rules. Who may take part the database asks again, by the roles that people have at that moment.
 */
export const Decisions1790000000362 = forward('Decisions1790000000362', async (runner) => {
  await runner.query(`
    CREATE TABLE decision (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('payout', 'early-opening', 'bank-account', 'organiser-rules')),
      party_id uuid NOT NULL REFERENCES party (id),
      subject_id uuid NOT NULL,
      terms jsonb NOT NULL CHECK (jsonb_typeof(terms) = 'object'),
      state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'refused', 'expired')),
      proposed_by uuid NOT NULL REFERENCES person (id),
      proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      approved_by uuid REFERENCES person (id),
      approved_at timestamptz,
      refused_by uuid REFERENCES person (id),
      refused_at timestamptz,
      refusal_reason text CHECK (refusal_reason <> ''),
      CONSTRAINT nobody_approves_their_own_decision CHECK (approved_by <> proposed_by),
      CONSTRAINT decision_expires_later CHECK (expires_at > proposed_at),
      CONSTRAINT approved_by_a_second CHECK (
        num_nonnulls(approved_by, approved_at) = CASE state WHEN 'approved' THEN 2 ELSE 0 END),
      CONSTRAINT approved_before_it_expired CHECK (approved_at < expires_at),
      CONSTRAINT refused_by_somebody CHECK (
        num_nonnulls(refused_by, refused_at, refusal_reason) = CASE state WHEN 'refused' THEN 3 ELSE 0 END)
    )`);
  await runner.query(`CREATE INDEX decision_party ON decision (party_id, id)`);
  await runner.query(
    `CREATE UNIQUE INDEX decision_waits_once ON decision (kind, party_id, subject_id) WHERE state = 'proposed'`,
  );
  await runner.query(
    `CREATE UNIQUE INDEX decision_account_waits_once ON decision (party_id) WHERE state = 'proposed' AND kind = 'bank-account'`,
  );

  // As the schema's owner, who sees every membership, whoever asks.
  await runner.query(`
    CREATE FUNCTION has_say(person uuid, party uuid, wanted text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      SELECT EXISTS (
        SELECT FROM membership JOIN person AS holder ON holder.id = person_id
        WHERE person_id = person AND party_id = party AND role = ANY (wanted) AND disabled_at IS NULL)
    $$`);
  await runner.query(`
    CREATE FUNCTION check_decision_of_two() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE broken text;
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'proposed' THEN broken := 'decision_begins_proposed';
        ELSIF NOT has_say(NEW.proposed_by, NEW.party_id, '{officer,treasurer,chair}') THEN broken := 'proposer_has_a_say';
        END IF;
      ELSIF OLD.state <> 'proposed' THEN broken := 'decision_is_taken_once';
      ELSIF (NEW.id, NEW.kind, NEW.party_id, NEW.subject_id, NEW.terms, NEW.proposed_by, NEW.proposed_at, NEW.expires_at)
        IS DISTINCT FROM
        (OLD.id, OLD.kind, OLD.party_id, OLD.subject_id, OLD.terms, OLD.proposed_by, OLD.proposed_at, OLD.expires_at)
      THEN broken := 'proposal_stays_as_it_is';
      ELSIF NEW.state = 'approved' THEN
        IF NOT has_say(NEW.approved_by, NEW.party_id, '{treasurer,chair}') THEN broken := 'approver_has_a_say';
        ELSIF NOT has_say(NEW.proposed_by, NEW.party_id, '{officer,treasurer,chair}') THEN broken := 'proposer_has_a_say';
        ELSIF NOT has_say(NEW.approved_by, NEW.party_id, '{chair}') AND NOT has_say(NEW.proposed_by, NEW.party_id, '{chair}')
        THEN broken := 'one_of_two_is_a_chair';
        END IF;
      END IF;
      IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'decision %: %', NEW.id, broken USING ERRCODE = 'check_violation', CONSTRAINT = broken;
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER decision_of_two BEFORE INSERT OR UPDATE ON decision
    FOR EACH ROW EXECUTE FUNCTION check_decision_of_two()`);

  await runner.query(`
    CREATE TABLE bank_account (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      decision_id uuid NOT NULL UNIQUE REFERENCES decision (id),
      bank_code text NOT NULL CHECK (bank_code ~ '^[0-9]{3}$'),
      account_number text NOT NULL CHECK (account_number ~ '^[0-9]{6,20}$'),
      holder_name text NOT NULL CHECK (holder_name <> ''),
      cooling_off_h integer NOT NULL CHECK (cooling_off_h BETWEEN 0 AND 720),
      proposed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX bank_account_party ON bank_account (party_id, id)`);
  await runner.query(`
    CREATE TABLE bank_account_stop (
      account_id uuid PRIMARY KEY REFERENCES bank_account (id),
      party_id uuid NOT NULL REFERENCES party (id),
      stopped_by uuid NOT NULL REFERENCES person (id),
      stopped_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      reason text NOT NULL CHECK (reason <> '')
    )`);
  await runner.query(`
    CREATE TABLE house_rule (
      id uuid PRIMARY KEY,
      organiser_id uuid NOT NULL REFERENCES party (id),
      decision_id uuid NOT NULL UNIQUE REFERENCES decision (id),
      topic text NOT NULL CHECK (topic ~ '^[a-z][a-z0-9-]*$'),
      text_id text NOT NULL CHECK (text_id <> ''),
      value text CHECK (value <> ''),
      decided_on date NOT NULL,
      effective_from date NOT NULL CHECK (effective_from >= decided_on),
      minutes_ref text CHECK (minutes_ref <> ''),
      proposed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX house_rule_organiser ON house_rule (organiser_id, topic, effective_from)`);

  // Each rests on a decision of its own kind and party.
  await runner.query(`
    CREATE FUNCTION check_rests_on_decision() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM decision WHERE id = NEW.decision_id AND kind = TG_ARGV[0] AND state = 'proposed'
          AND party_id = (to_jsonb(NEW) ->> TG_ARGV[1])::uuid AND subject_id = NEW.id
      ) THEN
        RAISE EXCEPTION '% % rests on no decision of its own', TG_TABLE_NAME, NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_rests_on_its_decision';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER bank_account_rests_on_its_decision BEFORE INSERT ON bank_account
    FOR EACH ROW EXECUTE FUNCTION check_rests_on_decision('bank-account', 'party_id')`);
  await runner.query(`
    CREATE TRIGGER house_rule_rests_on_its_decision BEFORE INSERT ON house_rule
    FOR EACH ROW EXECUTE FUNCTION check_rests_on_decision('organiser-rules', 'organiser_id')`);

  await runner.query(
    `CREATE OR REPLACE VIEW p12_nobody_approves_their_own WITH (security_invoker = true) AS ${p12}`,
  );
  await grant(runner, { kept: ['decision'], appended: ['bank_account', 'bank_account_stop', 'house_rule'] });
  for (const table of ['decision', 'bank_account', 'bank_account_stop'])
    await wall(runner, table, { read: ownedBy('party_id') });
  await wall(runner, 'house_rule', { read: ownedBy('organiser_id') });
});
