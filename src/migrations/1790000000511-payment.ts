import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

const SIGHTS = `ARRAY['unknown', 'pending', 'expire', 'cancel', 'deny', 'settlement', 'chargeback']`;

/**
 * Payments through the gateway. The state repeats what was seen (core/payment/advance-payment): sights are only ever
 * added, and a state is never left for one that stands before it.
 */
export const Payment1790000000511 = forward('Payment1790000000511', async (runner) => {
  await runner.query(`
    CREATE TABLE payment (
      id uuid PRIMARY KEY,
      order_id text NOT NULL UNIQUE CHECK (order_id ~ '^SPK-[0-9a-f]{32}$'),
      payer_id uuid NOT NULL REFERENCES party (id),
      payee_id uuid NOT NULL REFERENCES party (id),
      channel text NOT NULL CHECK (channel IN ('bca-va', 'bni-va', 'bri-va', 'permata-va', 'mandiri-bill', 'qris', 'snap')),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      fee_rp bigint NOT NULL CHECK (fee_rp >= 0),
      settling_delay_s integer NOT NULL CHECK (settling_delay_s >= 0),
      is_refundable boolean NOT NULL,
      state text NOT NULL DEFAULT 'created' CHECK (state IN ('created', 'unknown', 'pending', 'expired', 'cancelled',
        'denied', 'settled', 'partially-refunded', 'refunded', 'reversed', 'charged-back')),
      seen text[] NOT NULL DEFAULT '{}' CHECK (seen <@ ${SIGHTS}),
      refunded_rp bigint NOT NULL DEFAULT 0 CHECK (refunded_rp BETWEEN 0 AND amount_rp),
      instructions jsonb,
      fault text CHECK (fault <> ''),
      transaction_id text CHECK (transaction_id <> ''),
      charged_at timestamptz,
      cancel_asked_at timestamptz,
      expires_at timestamptz NOT NULL,
      settled_at timestamptz,
      firm_at timestamptz CHECK (firm_at >= settled_at),
      journal_id uuid REFERENCES journal (id),
      reversal_journal_id uuid REFERENCES journal (id),
      cleared_at timestamptz,
      created_by uuid NOT NULL REFERENCES person (id),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT payer_is_not_payee CHECK (payer_id <> payee_id),
      CONSTRAINT expires_later CHECK (expires_at > created_at),
      CONSTRAINT paid_when_seen CHECK (
        (state IN ('settled', 'partially-refunded', 'refunded', 'reversed', 'charged-back')) = ('settlement' = ANY (seen))),
      CONSTRAINT firm_when_paid CHECK ((firm_at IS NULL) = (settled_at IS NULL) AND (journal_id IS NULL OR settled_at IS NOT NULL)),
      CONSTRAINT reversed_what_was_posted CHECK (reversal_journal_id IS NULL OR journal_id IS NOT NULL)
    )`);
  await runner.query(`CREATE INDEX payment_payer ON payment (payer_id, id)`);
  await runner.query(`CREATE INDEX payment_payee ON payment (payee_id, id)`);
  await runner.query(
    `CREATE INDEX payment_clears ON payment (firm_at) WHERE journal_id IS NOT NULL AND cleared_at IS NULL AND reversal_journal_id IS NULL`,
  );
  await runner.query(`
    CREATE TABLE payment_item (
      payment_id uuid NOT NULL REFERENCES payment (id),
      due_id uuid NOT NULL REFERENCES due (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      PRIMARY KEY (payment_id, due_id)
    )`);
  await runner.query(`CREATE INDEX payment_item_due ON payment_item (due_id)`);
  await runner.query(`
    CREATE FUNCTION check_payment_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE checked uuid := coalesce(to_jsonb(NEW) ->> 'payment_id', to_jsonb(NEW) ->> 'id')::uuid;
    BEGIN
      IF (SELECT amount_rp FROM payment WHERE id = checked)
        <> (SELECT coalesce(sum(amount_rp), 0) FROM payment_item WHERE payment_id = checked) THEN
        RAISE EXCEPTION 'payment % is not the sum of its items', checked
          USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_is_sum_of_items';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE FUNCTION check_payment_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT OLD.seen <@ NEW.seen OR NEW.refunded_rp < OLD.refunded_rp
        OR (NEW.id, NEW.order_id, NEW.payer_id, NEW.payee_id, NEW.channel, NEW.amount_rp, NEW.created_at)
          IS DISTINCT FROM (OLD.id, OLD.order_id, OLD.payer_id, OLD.payee_id, OLD.channel, OLD.amount_rp, OLD.created_at)
        OR (OLD.journal_id IS NOT NULL AND NEW.journal_id IS DISTINCT FROM OLD.journal_id)
        OR (OLD.reversal_journal_id IS NOT NULL AND NEW.reversal_journal_id IS DISTINCT FROM OLD.reversal_journal_id) THEN
        RAISE EXCEPTION 'payment % goes back', OLD.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_goes_only_on';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_payment_items() FROM PUBLIC');
  for (const table of ['payment', 'payment_item'])
    await runner.query(`
      CREATE CONSTRAINT TRIGGER ${table}_sums_up AFTER INSERT ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_payment_items()`);
  await runner.query(`
    CREATE TRIGGER payment_goes_on BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION check_payment_goes_on()`);
  // When the gateway is asked next about a payment, and what: one row per payment, so that a thousand notifications are one question.
  await runner.query(`
    CREATE TABLE gateway_ask (
      payment_id uuid PRIMARY KEY REFERENCES payment (id),
      call text NOT NULL CHECK (call IN ('charge', 'status', 'cancel', 'refund')),
      due_at timestamptz,
      round integer NOT NULL DEFAULT 1
    )`);
  await runner.query(`CREATE INDEX gateway_ask_due ON gateway_ask (due_at) WHERE due_at IS NOT NULL`);
  // What was said to the gateway: the row is there before the call, its outcome after.
  await runner.query(`
    CREATE TABLE gateway_call (
      id uuid PRIMARY KEY,
      payment_id uuid NOT NULL REFERENCES payment (id),
      call text NOT NULL CHECK (call IN ('charge', 'status', 'cancel', 'refund')),
      refund_id uuid,
      began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      ended_at timestamptz,
      outcome text CHECK (outcome IN ('done', 'refused', 'unknown', 'mismatch')),
      code integer,
      CONSTRAINT ended_with_an_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL))
    )`);
  await runner.query(`CREATE INDEX gateway_call_payment ON gateway_call (payment_id, began_at)`);
  await exemptFromAudit(runner, {
    gateway_ask: 'when the gateway is asked next: what comes of it is noted with the payment',
    gateway_call: 'what was said to the gateway: what comes of it is noted with the payment',
  });
  await grant(runner, { kept: ['payment', 'gateway_ask', 'gateway_call'], appended: ['payment_item'] });
  await wall(runner, 'payment', {
    read: anyOf(isMine('payer_id'), isMine('payee_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('payer_id'), isMine('payee_id'), ACROSS),
  });
  await wall(runner, 'payment_item', { read: anyOf(ACROSS, seesRow('payment', 'payment.id = payment_id')) });
  for (const table of ['gateway_ask', 'gateway_call'])
    await wall(runner, table, { read: anyOf(ACROSS, seesRow('payment', 'payment.id = payment_id')) });
});
