import { forward } from './forward.js';

const WORKING = ['sepikul_app', 'sepikul_worker'];

/** What tells of others than who asks, by the owner's right: for those alone whose triggers ask it. */
const oracles = ['has_say(uuid, uuid, text[])', 'named_for_seal(uuid[], uuid, text[])'];

/**
 * PostgreSQL lets everybody execute a new function, and `SECURITY DEFINER` then answers by its owner's right. Ours are
 * for our roles. Triggers ask nobody's right to fire, so that what they call they need no right to.
 */
export const FunctionRights1790000000442 = forward('FunctionRights1790000000442', async (runner) => {
  const functions = (await runner.query(`
    SELECT oid::regprocedure::text AS name, prorettype = 'trigger'::regtype AS "isTrigger" FROM pg_proc
    WHERE has_function_privilege('public', oid, 'EXECUTE') AND pronamespace = 'public'::regnamespace AND proowner = current_user::regrole
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  `)) as { name: string; isTrigger: boolean }[];
  for (const { name, isTrigger } of functions) {
    await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
    if (!isTrigger)
      await runner.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${WORKING.join(', ')}, sepikul_auditor`);
  }
  for (const name of oracles) await runner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM sepikul_auditor`);
  // And so from the beginning for every function that a later migration makes: it says who may execute it.
  await runner.query('ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC');
});
