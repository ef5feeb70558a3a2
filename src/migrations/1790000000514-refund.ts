import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES } from './sight.js';
import { wall } from './wall.js';

const p04 = `
    SELECT payment.id::text AS subject, 'paid without a journal' AS detail
    FROM payment WHERE state IN ('settled', 'partially-refunded', 'refunded') AND journal_id IS NULL
    UNION ALL
    SELECT payment.id::text, 'a journal without money'
    FROM payment WHERE journal_id IS NOT NULL AND reversal_journal_id IS NULL
      AND state NOT IN ('settled', 'partially-refunded', 'refunded')
    UNION ALL
    SELECT payment.id::text, 'money came back without a journal'
    FROM payment WHERE state IN ('reversed', 'charged-back') AND (journal_id IS NULL) <> (reversal_journal_id IS NULL)
    UNION ALL
    SELECT payment.id::text, 'its journal says ' || coalesce(sum(posting.amount_rp)::text, 'nothing') || ' of ' || payment.amount_rp
    FROM payment JOIN journal ON journal.id = payment.journal_id
    LEFT JOIN (posting JOIN account ON account.id = account_id) ON posting.journal_id = journal.id
      AND purpose = 'gateway-clearing' AND party_id = payee_id
    GROUP BY payment.id, payment.amount_rp, journal.business_key
    HAVING sum(posting.amount_rp) IS DISTINCT FROM payment.amount_rp OR journal.business_key <> 'payment:' || payment.id
    UNION ALL
    SELECT journal.business_key, 'a journal of no payment'
    FROM journal LEFT JOIN payment ON payment.journal_id = journal.id OR payment.reversal_journal_id = journal.id
    WHERE kind IN ('payment', 'payment-reversal') AND payment.id IS NULL
    UNION ALL
    SELECT payment_refund.id::text, 'given back without a journal, or the reverse'
    FROM payment_refund WHERE (state = 'done') <> (journal_id IS NOT NULL)`;

/** Refunds through the gateway, for what a collector owes back; and promise 4. */
export const Refund1790000000514 = forward('Refund1790000000514', async (runner) => {
  await runner.query(`
    CREATE TABLE payment_refund (
      id uuid PRIMARY KEY,
      payment_id uuid NOT NULL REFERENCES payment (id),
      due_id uuid NOT NULL REFERENCES due (id),
      payer_id uuid NOT NULL REFERENCES party (id),
      payee_id uuid NOT NULL REFERENCES party (id),
      refund_key text NOT NULL UNIQUE CHECK (refund_key ~ '^RFD-[0-9a-f]{32}$'),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      reason text NOT NULL CHECK (reason <> ''),
      state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'done', 'refused')),
      decision_id uuid NOT NULL UNIQUE REFERENCES decision (id),
      journal_id uuid REFERENCES journal (id),
      fault text CHECK (fault <> ''),
      proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      done_at timestamptz,
      CONSTRAINT done_with_a_journal CHECK ((state = 'done') = (journal_id IS NOT NULL) AND (state = 'done') = (done_at IS NOT NULL))
    )`);
  await runner.query(`CREATE INDEX payment_refund_payment ON payment_refund (payment_id, id)`);
  await runner.query(`CREATE VIEW p04_gateway_money_is_journaled WITH (security_invoker = true) AS ${p04}`);
  await runner.query('GRANT SELECT ON p04_gateway_money_is_journaled TO sepikul_auditor');
  await grant(runner, { kept: ['payment_refund'] });
  await wall(runner, 'payment_refund', {
    read: anyOf(isMine('payee_id'), isMine('payer_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('payee_id'), ACROSS),
  });
});
