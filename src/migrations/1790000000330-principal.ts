import { forward } from './forward.js';

/** Who asks, as policies read it from the transaction's settings; nobody when nothing was said (see platform/db/principal-settings). */
export const Principal1790000000330 = forward('Principal1790000000330', async (runner) => {
  await runner.query(`
    CREATE FUNCTION principal_person() RETURNS uuid STABLE PARALLEL SAFE LANGUAGE sql
    RETURN nullif(current_setting('sepikul.person', true), '')::uuid`);
  await runner.query(`
    CREATE FUNCTION principal_parties() RETURNS uuid[] STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(nullif(current_setting('sepikul.parties', true), ''), '{}')::uuid[]`);
  await runner.query(`
    CREATE FUNCTION principal_oversees() RETURNS boolean STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(current_setting('sepikul.sight', true), '') = 'all'`);
  await runner.query(`
    CREATE FUNCTION principal_purpose() RETURNS text STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(current_setting('sepikul.purpose', true), '')`);
});
