import { forward } from './forward.js';

/** Promises are the auditor's to look at: another role would find none of the rows that break them, and say nothing. */
export const Promises1790000000415 = forward('Promises1790000000415', async (runner) => {
  const views = (await runner.query(
    `SELECT viewname AS name FROM pg_views WHERE schemaname = 'public' AND viewname ~ '^p[0-9]{2}_' ORDER BY viewname`,
  )) as { name: string }[];
  for (const { name } of views)
    await runner.query(`REVOKE SELECT ON ${name} FROM sepikul_app, sepikul_worker`);
});
