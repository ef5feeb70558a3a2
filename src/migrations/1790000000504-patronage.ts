import { forward } from './forward.js';

/** What koperasi bought and sold counts for their patronage in a pool: each of those journals says in which. */
export const Patronage1790000000504 = forward('Patronage1790000000504', async (runner) => {
  await runner.query(`
    CREATE VIEW p25_purchases_name_their_pool WITH (security_invoker = true) AS
    SELECT journal.id::text AS subject, journal.kind || ' of ' || party_id || ' names no pool for ' || purpose AS detail
    FROM posting JOIN account ON account.id = account_id JOIN party ON party.id = party_id
    JOIN journal ON journal.id = journal_id
    WHERE purpose IN ('purchases', 'sales') AND party.kind = 'koperasi' AND pool_id IS NULL`);
  await runner.query('GRANT SELECT ON p25_purchases_name_their_pool TO sepikul_auditor');
});
