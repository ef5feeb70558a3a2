import { forward } from './forward.js';
import { grant } from './grant.js';

/** Promises about people's steps, as in 1790000000130-monitoring: each finds what must not be. */
const promises: Readonly<Record<string, string>> = {
  // As before, of the attempt that was approved: an attempt that was replaced allocated nothing.
  p05_allocated_is_awarded: `
    SELECT award.lot_id::text AS subject, 'lines ' || sum(packs) || ' of award ' || awarded_packs AS detail
    FROM award JOIN award_line ON award_id = award.id
    GROUP BY award.id, award.lot_id, awarded_packs HAVING sum(packs) <> awarded_packs
    UNION ALL
    SELECT coalesce(awarded.lot_id, named.lot_id)::text, coalesce(awarded.supplier_id, named.supplier_id)
      || ' allocated and surplus ' || coalesce(named.packs, 0) || ' of ' || coalesce(awarded.packs, 0)
    FROM (
      SELECT lot_id, supplier_id, packs FROM award JOIN award_line ON award_id = award.id
      WHERE award.state = 'approved' AND EXISTS (SELECT FROM share WHERE share.lot_id = award.lot_id)
    ) AS awarded FULL JOIN (
      SELECT lot_id, supplier_id, sum(packs) AS packs FROM (
        SELECT lot_id, supplier_id, packs FROM allocation UNION ALL SELECT lot_id, supplier_id, packs FROM surplus
      ) AS part GROUP BY lot_id, supplier_id
    ) AS named ON named.lot_id = awarded.lot_id AND named.supplier_id = awarded.supplier_id
    WHERE coalesce(named.packs, 0) <> coalesce(awarded.packs, 0)
    UNION ALL
    SELECT share.line_id::text, 'share ' || allocated_packs || ' named ' || coalesce(sum(packs), 0)
    FROM share LEFT JOIN allocation USING (line_id)
    GROUP BY share.line_id HAVING share.allocated_packs <> coalesce(sum(packs), 0)
    UNION ALL
    SELECT lot_membership.line_id::text, 'in contracted lot ' || lot.id || ' without a share'
    FROM lot_membership JOIN lot ON lot.id = lot_id LEFT JOIN share ON share.line_id = lot_membership.line_id
    WHERE lot.state IN ('contracted', 'delivering', 'settled') AND share.lot_id IS DISTINCT FROM lot.id
    UNION ALL
    SELECT allocation.line_id::text, 'from ' || allocation.supplier_id || ' on drops '
      || coalesce(shipped_packs, 0) || ' of ' || packs
    FROM allocation LEFT JOIN (
      SELECT line_id, supplier_id, sum(shipped_packs) AS shipped_packs FROM drop_line GROUP BY line_id, supplier_id
    ) AS shipped USING (line_id, supplier_id)
    WHERE coalesce(shipped_packs, 0) <> packs AND (shipped.line_id IS NOT NULL OR EXISTS (
      SELECT FROM inbox JOIN outbox ON outbox.id = event_id
      WHERE consumer = 'delivery.on-lot-allocated' AND state = 'done' AND payload ->> 'lotId' = allocation.lot_id::text))
    UNION ALL
    SELECT drop_line.line_id::text, 'of settled lot ' || lot.id || ' is on a drop ' || delivery_drop.state
    FROM lot JOIN drop_line ON lot_id = lot.id JOIN delivery_drop ON delivery_drop.id = drop_id
    WHERE lot.state = 'settled' AND delivery_drop.state <> 'received'`,

  p12_nobody_approves_their_own: `
    SELECT id::text AS subject, 'proposed and approved by ' || approved_by AS detail
    FROM award WHERE approved_by = proposed_by
    UNION ALL
    SELECT id::text, 'approved by ' || approved_by || ' alone' FROM award
    WHERE approved_by IS NOT NULL AND proposed_by IS NULL AND (endorsed_by IS NULL OR endorsed_by = approved_by)
    UNION ALL
    SELECT objection.id::text, 'answered by ' || answered_by || ', who proposed'
    FROM objection JOIN objection_answer ON objection_id = objection.id JOIN award ON award.id = award_id
    WHERE answered_by = proposed_by`,

  // Every supplier of a lot contracted since these steps has signed; nothing that waits for people waits for nobody,
  // and what has ended waits for none.
  p20_contracts_are_signed: `
    SELECT lot.id::text AS subject, lot.state || ', not signed by ' || award_line.supplier_id AS detail
    FROM lot JOIN award ON award.lot_id = lot.id AND award.state = 'approved' JOIN award_line ON award_id = award.id
    LEFT JOIN contract_answer USING (award_id, supplier_id)
    WHERE lot.state IN ('contracted', 'delivering', 'settled') AND answer IS DISTINCT FROM 'signed'
      AND EXISTS (SELECT FROM award_step WHERE award_step.award_id = award.id)`,
  p21_one_step_waits: `
    SELECT lot.id::text AS subject, lot.state || ', its award waits for ' || count(award_step.award_id) || ' steps' AS detail
    FROM lot JOIN award ON award.lot_id = lot.id AND award.state <> 'replaced'
    LEFT JOIN award_step ON award_step.award_id = award.id AND ended_at IS NULL
    WHERE lot.state = 'opened'
    GROUP BY lot.id, lot.state HAVING count(award_step.award_id) <> 1
    UNION ALL
    SELECT lot.id::text, lot.state || ', yet waits for its ' || step
    FROM award_step JOIN award ON award.id = award_id JOIN lot ON lot.id = award_step.lot_id
    WHERE ended_at IS NULL AND (lot.state NOT IN ('opened', 'awarded') OR award.state = 'replaced')`,
};

/**
 * People's steps from award to contract: what a pool declares of them, each attempt at a lot's award, the step that
 * waits, objections and their answers, suppliers' signatures, and the bids that are out.
 */
export const Steps1790000000270 = forward('Steps1790000000270', async (runner) => {
  await runner.query(`
    CREATE TABLE pool_step (
      pool_id uuid NOT NULL REFERENCES pool (id),
      step text NOT NULL CHECK (step IN ('proposal', 'objection', 'answer', 'approval', 'contract')),
      due_s integer NOT NULL CHECK (due_s BETWEEN 0 AND 2592000),
      holder_id uuid REFERENCES person (id),
      deputy_id uuid REFERENCES person (id),
      deputy_s integer NOT NULL CHECK (deputy_s BETWEEN 0 AND 2592000),
      PRIMARY KEY (pool_id, step),
      CONSTRAINT only_the_standstill_may_be_none CHECK (due_s > 0 OR step = 'objection'),
      CONSTRAINT deputy_is_another CHECK (holder_id <> deputy_id),
      CONSTRAINT deputy_has_time CHECK ((deputy_id IS NULL) = (deputy_s = 0)),
      CONSTRAINT members_and_suppliers_have_no_deputy
        CHECK (step IN ('proposal', 'answer', 'approval') OR num_nonnulls(holder_id, deputy_id) = 0)
    )`);

  await runner.query(`
    ALTER TABLE award
      ADD COLUMN attempt integer NOT NULL DEFAULT 1 CHECK (attempt > 0),
      ADD COLUMN endorsed_by uuid REFERENCES person (id),
      ADD COLUMN endorsed_at timestamptz,
      ADD COLUMN endorsed_as_chair boolean,
      ADD COLUMN replaced_at timestamptz,
      DROP CONSTRAINT award_lot_id_key,
      DROP CONSTRAINT award_state_check,
      DROP CONSTRAINT award_check1,
      DROP CONSTRAINT award_check2`);
  // What the system proposes was proposed by nobody; what two people approve was agreed to by two.
  await runner.query(`
    ALTER TABLE award
      ADD CONSTRAINT award_attempt_once UNIQUE (lot_id, attempt),
      ADD CONSTRAINT award_state_known CHECK (state IN ('computed', 'proposed', 'approved', 'replaced')),
      ADD CONSTRAINT computed_is_not_proposed CHECK (
        (proposed_at IS NULL) = (state = 'computed' OR mode = 'distribution')),
      ADD CONSTRAINT proposer_has_time CHECK (proposed_by IS NULL OR proposed_at IS NOT NULL),
      ADD CONSTRAINT distributed_is_decided_by_nobody CHECK (mode = 'tender'
        OR (state = 'approved' AND num_nonnulls(proposed_at, endorsed_at, approved_at) = 0)),
      ADD CONSTRAINT approved_with_time CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
      ADD CONSTRAINT approved_by_somebody CHECK (CASE state WHEN 'approved' THEN approved_by IS NOT NULL
        WHEN 'replaced' THEN true ELSE approved_by IS NULL END OR mode = 'distribution'),
      ADD CONSTRAINT endorsed_whole CHECK (num_nulls(endorsed_by, endorsed_at, endorsed_as_chair) IN (0, 3)),
      ADD CONSTRAINT only_the_systems_is_endorsed CHECK (endorsed_by IS NULL OR (proposed_at IS NOT NULL AND proposed_by IS NULL)),
      ADD CONSTRAINT two_people_approve CHECK (approved_by IS NULL OR num_nonnulls(proposed_by, endorsed_by) = 1),
      ADD CONSTRAINT nobody_approves_twice CHECK (approved_by <> endorsed_by),
      ADD CONSTRAINT replaced_with_time CHECK ((replaced_at IS NULL) = (state <> 'replaced'))`);
  await runner.query(`CREATE UNIQUE INDEX award_current ON award (lot_id) WHERE state <> 'replaced'`);

  await runner.query(`
    CREATE TABLE award_step (
      award_id uuid NOT NULL REFERENCES award (id),
      step text NOT NULL CHECK (step IN ('proposal', 'objection', 'answer', 'approval', 'contract')),
      lot_id uuid NOT NULL REFERENCES lot (id),
      began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      due_at timestamptz NOT NULL,
      default_at timestamptz NOT NULL CHECK (default_at >= due_at),
      deputy_called_at timestamptz,
      ended_at timestamptz,
      ended_by uuid REFERENCES person (id),
      outcome text,
      PRIMARY KEY (award_id, step),
      CHECK ((ended_at IS NULL) = (outcome IS NULL)),
      CHECK (ended_by IS NULL OR ended_at IS NOT NULL)
    )`);
  await runner.query(`CREATE UNIQUE INDEX award_step_one ON award_step (lot_id) WHERE ended_at IS NULL`);
  await runner.query(
    `CREATE INDEX award_step_due ON award_step ((CASE WHEN deputy_called_at IS NULL THEN due_at ELSE default_at END))
     WHERE ended_at IS NULL`,
  );

  await runner.query(`
    CREATE TABLE objection (
      id uuid PRIMARY KEY,
      award_id uuid NOT NULL REFERENCES award (id),
      party_id uuid NOT NULL REFERENCES party (id),
      bid_id uuid REFERENCES bid (id),
      reason text NOT NULL CHECK (reason <> ''),
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT one_objection_per_attempt UNIQUE (award_id, party_id)
    )`);
  await runner.query(`
    CREATE TABLE objection_answer (
      objection_id uuid PRIMARY KEY REFERENCES objection (id),
      answer text NOT NULL CHECK (answer IN ('upheld', 'rejected')),
      reason text NOT NULL CHECK (reason <> ''),
      answered_by uuid NOT NULL REFERENCES person (id),
      answered_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`
    CREATE TABLE contract_answer (
      award_id uuid NOT NULL,
      supplier_id uuid NOT NULL,
      answer text NOT NULL CHECK (answer IN ('signed', 'declined')),
      reason text CHECK (reason <> ''),
      answered_by uuid NOT NULL REFERENCES person (id),
      answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (award_id, supplier_id),
      FOREIGN KEY (award_id, supplier_id) REFERENCES award_line (award_id, supplier_id),
      CHECK ((answer = 'declined') = (reason IS NOT NULL))
    )`);
  await runner.query(`
    CREATE TABLE bid_out (
      bid_id uuid PRIMARY KEY REFERENCES bid (id),
      lot_id uuid NOT NULL REFERENCES lot (id),
      award_id uuid NOT NULL REFERENCES award (id),
      reason text NOT NULL CHECK (reason IN ('OBJECTION_UPHELD', 'NOT_SIGNED', 'DECLINED')),
      out_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX bid_out_lot ON bid_out (lot_id)`);

  // The database judges by its own clock, whatever the code believes.
  await runner.query(`
    CREATE FUNCTION check_objection_in_window() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM award_step WHERE award_id = NEW.award_id AND step = 'objection' AND ended_at IS NULL
          AND clock_timestamp() < due_at
      ) THEN
        RAISE EXCEPTION 'award % takes no objection now', NEW.award_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'objection_in_window';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER objection_in_window BEFORE INSERT ON objection
    FOR EACH ROW EXECUTE FUNCTION check_objection_in_window()`);
  await runner.query(`
    CREATE FUNCTION check_answer_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM objection JOIN award ON award.id = award_id
        WHERE objection.id = NEW.objection_id AND proposed_by = NEW.answered_by
      ) THEN
        RAISE EXCEPTION 'objection % is answered by who proposed', NEW.objection_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'proposer_does_not_answer';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER answer_by_another BEFORE INSERT ON objection_answer
    FOR EACH ROW EXECUTE FUNCTION check_answer_by_another()`);
  await runner.query(`
    CREATE FUNCTION check_approval_after_standstill() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (
        SELECT FROM award_step WHERE award_id = NEW.id AND step = 'objection' AND clock_timestamp() < due_at
      ) OR EXISTS (
        SELECT FROM objection WHERE award_id = NEW.id
          AND NOT EXISTS (SELECT FROM objection_answer WHERE objection_id = objection.id)
      ) THEN
        RAISE EXCEPTION 'award % is still open to objections', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_after_standstill';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER approval_after_standstill BEFORE UPDATE ON award FOR EACH ROW
    WHEN (NEW.state = 'approved' AND OLD.state <> 'approved')
    EXECUTE FUNCTION check_approval_after_standstill()`);

  // What was under way when this came: awards that wait for people go on waiting, now with a time.
  await runner.query(`
    INSERT INTO award_step (award_id, step, lot_id, due_at, default_at)
    SELECT award.id, CASE award.state WHEN 'computed' THEN 'proposal' WHEN 'proposed' THEN 'approval' ELSE 'contract' END,
      lot_id, clock_timestamp() + interval '2 days', clock_timestamp() + interval '2 days'
    FROM award JOIN lot ON lot.id = lot_id
    WHERE lot.state IN ('opened', 'awarded') AND (lot.state = 'awarded') = (award.state = 'approved')`);

  await grant(runner, {
    kept: ['award_step'],
    appended: ['pool_step', 'objection', 'objection_answer', 'contract_answer', 'bid_out'],
  });
  for (const [name, query] of Object.entries(promises)) {
    await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
  }
});
