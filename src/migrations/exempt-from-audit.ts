import type { QueryRunner } from 'typeorm';

/**
 * Names tables whose rows are no state of the business, each with why: every other table's changes need an audit
 * row in their transaction (p10, and test/support/watch-audit.mjs at every commit of a test).
 */
export const exemptFromAudit = async (
  runner: QueryRunner,
  reasons: Readonly<Record<string, string>>,
): Promise<void> => {
  await runner.query(
    'INSERT INTO audit_exempt (table_name, reason) SELECT * FROM unnest($1::text[], $2::text[])',
    [Object.keys(reasons), Object.values(reasons)],
  );
};
