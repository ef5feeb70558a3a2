import { exemptFromAudit } from './exempt-from-audit.js';
import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES } from './sight.js';
import { wall } from './wall.js';

/**
 * A payout goes on under the keys that it was begun under, and word of it is signed with them: those that a payer has
 * replaced stay, sealed as they were. What was wrong with a notification is kept, to be counted.
 */
export const FormerPayoutKeys1790000000666 = forward('FormerPayoutKeys1790000000666', async (runner) => {
  await runner.query(`
    CREATE TABLE former_payout_keys (
      party_id uuid NOT NULL REFERENCES party (id),
      version integer NOT NULL,
      keys bytea NOT NULL,
      replaced_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (party_id, version)
    )`);
  await exemptFromAudit(runner, {
    former_payout_keys: 'keys as they were: replacing them is noted with the account',
  });
  await grant(runner, { appended: ['former_payout_keys'] });
  await wall(runner, 'former_payout_keys', { read: anyOf(isMine('party_id'), ACROSS) });
  await runner.query('ALTER TABLE payout_call ADD COLUMN account_version integer');
  await runner.query(`
    ALTER TABLE payout_notification
      ADD COLUMN fault text CHECK (fault IN ('oversized', 'unreadable', 'unknown-payout', 'unsigned', 'forged')),
      ADD CONSTRAINT signed_without_fault CHECK (NOT is_signed OR fault IS NULL)`);
  // Who oversees counts them.
  await runner.query(
    `ALTER POLICY payout_notification_app ON payout_notification USING (${anyOf(ACROSS, OVERSEES)})`,
  );
});
