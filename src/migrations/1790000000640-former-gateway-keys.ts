import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine } from './sight.js';
import { wall } from './wall.js';

/**
 * A bank may take back what came under keys, or a merchant, that its collector has replaced since: those keys stay, sealed
 * as they were, so that word of it is known for what it is and asked about. Where nobody can ask any more, a person says.
 */
export const FormerGatewayKeys1790000000640 = forward('FormerGatewayKeys1790000000640', async (runner) => {
  await runner.query(`
    CREATE TABLE former_gateway_keys (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      merchant_id text NOT NULL CHECK (merchant_id ~ '^[A-Za-z0-9_-]{1,50}$'),
      sealed_keys bytea NOT NULL CHECK (octet_length(sealed_keys) BETWEEN 29 AND 2048),
      replaced_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(
    `CREATE INDEX former_gateway_keys_party ON former_gateway_keys (party_id, merchant_id, id)`,
  );
  await exemptFromAudit(runner, {
    former_gateway_keys: 'keys as they were: replacing them is noted with the account',
  });
  await grant(runner, { appended: ['former_gateway_keys'] });
  await wall(runner, 'former_gateway_keys', { read: anyOf(isMine('party_id'), ACROSS) });
  await runner.query(`
    ALTER TABLE gateway_verdict
      DROP CONSTRAINT gateway_verdict_verdict_check,
      ADD CONSTRAINT gateway_verdict_verdict_check CHECK (verdict IN ('genuine', 'unreadable', 'oversized', 'unknown-order',
        'forged', 'former-merchant', 'wrong-merchant', 'wrong-amount'))`);
  await runner.query(
    `CREATE INDEX gateway_verdict_genuine ON gateway_verdict (payment_id) WHERE verdict = 'genuine'`,
  );
  await runner.query(`
    ALTER TABLE suspense_item
      DROP CONSTRAINT suspense_item_reason_check,
      DROP CONSTRAINT known_of_a_refund,
      ADD CONSTRAINT suspense_item_reason_check
        CHECK (reason IN ('late', 'not-owed', 'unknown', 'reversed', 'refund-unknown', 'unproved')),
      ADD CONSTRAINT known_of_word CHECK (
        (reason IN ('refund-unknown', 'unproved') AND state IN ('open', 'known') AND payment_id IS NOT NULL AND journal_id IS NULL
          AND (reason = 'unproved' OR source_id = payment_id))
        OR (reason NOT IN ('refund-unknown', 'unproved') AND state <> 'known'))`);
  await runner.query(
    `CREATE UNIQUE INDEX unproved_word_once ON suspense_item (payment_id) WHERE reason = 'unproved' AND state = 'open'`,
  );
});
