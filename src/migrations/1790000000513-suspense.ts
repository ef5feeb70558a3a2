import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/** Money that came for nothing that is due, until somebody decides; and transfers that a payer says it made. */
export const Suspense1790000000513 = forward('Suspense1790000000513', async (runner) => {
  await runner.query(`
    CREATE TABLE suspense_item (
      id uuid PRIMARY KEY,
      payee_id uuid NOT NULL REFERENCES party (id),
      payer_id uuid REFERENCES party (id),
      payment_id uuid REFERENCES payment (id),
      source_id uuid NOT NULL,
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      reason text NOT NULL CHECK (reason IN ('late', 'not-owed', 'unknown', 'reversed')),
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'applied', 'giving-back', 'taken-back')),
      firm_at timestamptz NOT NULL,
      due_id uuid REFERENCES due (id),
      journal_id uuid REFERENCES journal (id),
      decision_id uuid REFERENCES decision (id),
      arisen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      resolved_by uuid REFERENCES person (id),
      resolved_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (source_id, reason),
      CONSTRAINT resolved_when_not_open CHECK ((state = 'open') = (resolved_at IS NULL)),
      CONSTRAINT resolved_into_a_due CHECK ((state IN ('applied', 'giving-back')) = (due_id IS NOT NULL))
    )`);
  await runner.query(`CREATE INDEX suspense_item_payee ON suspense_item (payee_id, id)`);
  await runner.query(`
    CREATE TABLE due_transfer (
      id uuid PRIMARY KEY,
      due_id uuid NOT NULL REFERENCES due (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      paid_on date NOT NULL,
      reference text CHECK (reference <> ''),
      state text NOT NULL DEFAULT 'claimed' CHECK (state IN ('claimed', 'confirmed', 'refused')),
      claimed_by uuid NOT NULL REFERENCES person (id),
      claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      judged_by uuid REFERENCES person (id),
      judged_at timestamptz,
      refusal_reason text CHECK (refusal_reason <> ''),
      CONSTRAINT judged_by_another CHECK (judged_by <> claimed_by),
      CONSTRAINT judged_once CHECK (num_nonnulls(judged_by, judged_at) = CASE state WHEN 'claimed' THEN 0 ELSE 2 END),
      CONSTRAINT refused_with_a_reason CHECK ((state = 'refused') = (refusal_reason IS NOT NULL))
    )`);
  await runner.query(`CREATE INDEX due_transfer_due ON due_transfer (due_id, id)`);
  await grant(runner, { kept: ['suspense_item', 'due_transfer'] });
  await wall(runner, 'suspense_item', {
    read: anyOf(isMine('payee_id'), isMine('payer_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('payee_id'), ACROSS),
  });
  await wall(runner, 'due_transfer', {
    read: anyOf(ACROSS, seesRow('due', 'due.id = due_id')),
    write: anyOf(
      ACROSS,
      seesRow('due', `due.id = due_id AND (${isMine('due.payer_id')} OR ${isMine('due.payee_id')})`),
    ),
  });
});
