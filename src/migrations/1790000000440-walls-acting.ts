import { forward } from './forward.js';
import { ACROSS, anyOf, isActing, organisesPool } from './sight.js';
import { asActing } from './wall.js';

/** The organiser of the pool that a sealing key is of, who makes it. */
const ownKey = (table: string): string => `EXISTS (
  SELECT FROM sealing_key JOIN pool ON pool.id = sealing_key.pool_id
  WHERE sealing_key.id = ${table}.key_id AND ${isActing('pool.organiser_id')})`;

/** Tables whose check was no narrower than who reads them, or none; `false`: the app has nothing to write there. */
const writers: Readonly<Record<string, string>> = {
  commitment_revision: 'false',
  failed_bid: 'false',
  lot_membership: ACROSS,
  decoy_hash: anyOf(ACROSS, ownKey('decoy_hash')),
  sealed_share: anyOf(ACROSS, ownKey('sealed_share')),
};

/** What the app deletes: a check of new rows covers no deletion, so that whoever saw a row could delete it. */
const deleters: Readonly<Record<string, string>> = {
  pool_item: organisesPool('pool_item.pool_id'),
  pool_award_rule: organisesPool('pool_award_rule.pool_id'),
  pool_freight: organisesPool('pool_freight.pool_id'),
  requirement_line: `EXISTS (
    SELECT FROM requirement WHERE requirement.id = requirement_id AND ${isActing('requirement.kitchen_id')})`,
};

/**
 * Whoever writes for a party must be more than its viewer. A process of the version before says not whom it acts
 * for: it writes as it did, for its guard alone knows roles.
 */
export const WallsActing1790000000440 = forward('WallsActing1790000000440', async (runner) => {
  await runner.query(`
    CREATE FUNCTION principal_acts_for() RETURNS uuid[] STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(nullif(current_setting('sepikul.acting', true), '')::uuid[], principal_parties())`);
  for (const [table, own] of Object.entries(writers))
    await runner.query(`ALTER POLICY ${table}_app ON ${table} WITH CHECK (${own})`);
  for (const [table, own] of Object.entries(deleters))
    await runner.query(`
      CREATE POLICY ${table}_app_deletes ON ${table} AS RESTRICTIVE FOR DELETE TO sepikul_app
      USING (${asActing(anyOf(ACROSS, own))})`);
  const policies = (await runner.query(`
    SELECT tablename AS "table", policyname AS name, with_check AS "check", qual FROM pg_policies
    WHERE roles = '{sepikul_app}' AND schemaname = 'public'
      AND (with_check LIKE '%principal_parties()%' OR (cmd = 'DELETE' AND qual LIKE '%principal_parties()%'))
  `)) as { table: string; name: string; check: string | null; qual: string }[];
  for (const { table, name, check, qual } of policies)
    await runner.query(
      check === null
        ? `ALTER POLICY ${name} ON ${table} USING (${asActing(qual)})`
        : `ALTER POLICY ${name} ON ${table} WITH CHECK (${asActing(check)})`,
    );
});
