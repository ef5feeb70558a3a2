import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, OVERSEES } from './sight.js';
import { wall } from './wall.js';

/** What came as a notification, before anybody looked at it, and what it turned out to be. Neither is ever changed. */
export const GatewayNotification1790000000512 = forward(
  'GatewayNotification1790000000512',
  async (runner) => {
    await runner.query(`
    CREATE TABLE gateway_notification (
      id uuid PRIMARY KEY,
      body text CHECK (octet_length(body) <= 16384),
      size_bytes integer NOT NULL CHECK (size_bytes >= 0),
      received_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
    await runner.query(`
    CREATE TABLE gateway_verdict (
      notification_id uuid PRIMARY KEY REFERENCES gateway_notification (id),
      verdict text NOT NULL CHECK (verdict IN
        ('genuine', 'unreadable', 'oversized', 'unknown-order', 'forged', 'wrong-merchant', 'wrong-amount')),
      payment_id uuid REFERENCES payment (id),
      judged_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT genuine_of_a_payment CHECK (verdict <> 'genuine' OR payment_id IS NOT NULL)
    )`);
    await runner.query(`CREATE INDEX gateway_verdict_kind ON gateway_verdict (verdict)`);
    await exemptFromAudit(runner, {
      gateway_notification:
        'what came from outside, believed by nobody: what follows is noted with the payment',
      gateway_verdict: 'what a notification turned out to be: what follows is noted with the payment',
    });
    await grant(runner, { appended: ['gateway_notification', 'gateway_verdict'] });
    await wall(runner, 'gateway_notification', { read: ACROSS });
    await wall(runner, 'gateway_verdict', { read: anyOf(ACROSS, OVERSEES), write: ACROSS });
  },
);
