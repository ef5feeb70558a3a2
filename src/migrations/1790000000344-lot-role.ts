import { forward } from './forward.js';

/** Whose a lot is, for the access table. */
export const LotRole1790000000344 = forward('LotRole1790000000344', async (runner) => {
  await runner.query(`
    CREATE VIEW lot_role WITH (security_invoker = true) AS
    SELECT lot.id, pool.organiser_id, lot.state FROM lot JOIN pool ON pool.id = lot.pool_id`);
  await runner.query('GRANT SELECT ON lot_role TO sepikul_app, sepikul_worker, sepikul_auditor');
});
