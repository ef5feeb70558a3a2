import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine } from './sight.js';
import { wall } from './wall.js';

/** A collector's account with the gateway. Its keys are sealed under the server's secret: who copies the database has none. */
export const GatewayAccount1790000000510 = forward('GatewayAccount1790000000510', async (runner) => {
  await runner.query(`
    CREATE TABLE gateway_account (
      party_id uuid PRIMARY KEY REFERENCES party (id),
      merchant_id text NOT NULL CHECK (merchant_id ~ '^[A-Za-z0-9_-]{1,50}$'),
      sealed_keys bytea NOT NULL CHECK (octet_length(sealed_keys) BETWEEN 29 AND 2048),
      channels text[] NOT NULL CHECK (channels <@ ARRAY['bca-va', 'bni-va', 'bri-va', 'permata-va', 'mandiri-bill', 'qris', 'snap']),
      changed_by uuid NOT NULL REFERENCES person (id),
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      version integer NOT NULL DEFAULT 1
    )`);
  await grant(runner, { kept: ['gateway_account'] });
  await wall(runner, 'gateway_account', { read: anyOf(isMine('party_id'), ACROSS) });
});
