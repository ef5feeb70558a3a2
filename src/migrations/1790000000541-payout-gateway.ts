import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES } from './sight.js';
import { wall } from './wall.js';

/** Payouts by a gateway: a payer's keys, sealed under a key outside the database; each call; what the gateway notified. */
export const PayoutGateway1790000000541 = forward('PayoutGateway1790000000541', async (runner) => {
  await runner.query(`
    CREATE TABLE payout_account (
      party_id uuid PRIMARY KEY REFERENCES party (id),
      keys bytea NOT NULL,
      set_by uuid NOT NULL REFERENCES person (id),
      set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      version integer NOT NULL DEFAULT 1
    )`);
  await runner.query(`
    CREATE TABLE payout_call (
      payout_id uuid PRIMARY KEY REFERENCES payout (id),
      payer_id uuid NOT NULL REFERENCES party (id),
      reference_no text UNIQUE CHECK (reference_no <> ''),
      begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      next_at timestamptz,
      tries integer NOT NULL DEFAULT 0,
      answer text
    )`);
  await runner.query(`CREATE INDEX payout_call_due ON payout_call (next_at) WHERE next_at IS NOT NULL`);
  await runner.query(`
    CREATE TABLE payout_notification (
      id uuid PRIMARY KEY,
      payout_id uuid REFERENCES payout (id),
      raw bytea NOT NULL CHECK (octet_length(raw) <= 65536),
      is_signed boolean NOT NULL,
      heard_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(
    `CREATE INDEX payout_to_send ON payout (id) WHERE method = 'iris' AND state = 'approved'`,
  );
  await grant(runner, { kept: ['payout_account', 'payout_call'], appended: ['payout_notification'] });
  await exemptFromAudit(runner, {
    payout_call: 'How often the gateway was asked; what came of it is audited with the payout.',
    payout_notification: 'What somebody said; nothing changes by it but when the gateway is asked.',
  });
  await wall(runner, 'payout_account', { read: anyOf(isMine('party_id'), ACROSS) });
  await wall(runner, 'payout_call', { read: anyOf(isMine('payer_id'), ACROSS, OVERSEES), write: ACROSS });
  await wall(runner, 'payout_notification', { read: ACROSS });
});
