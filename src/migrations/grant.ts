import type { QueryRunner } from 'typeorm';

/**
 * What the two working roles may do with a table. `kept` rows change; `appended` rows are written once:
 * neither app nor worker can update or delete them, whatever the code does (issue of trust, ADR 0003).
 * The auditor reads everything and changes nothing.
 */
export const grant = async (
  runner: QueryRunner,
  tables: { kept?: readonly string[]; removable?: readonly string[]; appended?: readonly string[] },
): Promise<void> => {
  for (const table of tables.kept ?? [])
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of tables.removable ?? [])
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of tables.appended ?? [])
    await runner.query(`GRANT SELECT, INSERT ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of [...(tables.kept ?? []), ...(tables.removable ?? []), ...(tables.appended ?? [])])
    await runner.query(`GRANT SELECT ON ${table} TO sepikul_auditor`);
};
