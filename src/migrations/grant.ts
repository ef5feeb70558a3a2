import type { QueryRunner } from 'typeorm';

/**
 * What the two working roles may do with a table. `kept` rows change; `appended` rows are written once:
 * neither app nor worker can update or delete them, whatever the code does (ADR 0003). `shown` rows are written
 * by the database's own triggers.
 * The auditor reads everything and changes nothing.
 */
export const grant = async (
  runner: QueryRunner,
  tables: {
    kept?: readonly string[];
    removable?: readonly string[];
    appended?: readonly string[];
    shown?: readonly string[];
  },
): Promise<void> => {
  for (const table of tables.kept ?? [])
    await runner.query(`GRANT SELECT, INSERT, UPDATE ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of tables.removable ?? [])
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of tables.appended ?? [])
    await runner.query(`GRANT SELECT, INSERT ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of tables.shown ?? [])
    await runner.query(`GRANT SELECT ON ${table} TO sepikul_app, sepikul_worker`);
  for (const table of Object.values(tables).flat())
    await runner.query(`GRANT SELECT ON ${table} TO sepikul_auditor`);
};
