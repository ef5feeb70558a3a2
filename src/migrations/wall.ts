import type { QueryRunner } from 'typeorm';

/**
 * SQL that is true for whoever a row belongs to (the column names the party), for those who oversee all, and for
 * a named purpose. In subselects, so that each is asked once per statement and not once per row.
 */
export const ownedBy = (column: string): string =>
  `${column} = ANY ((SELECT principal_parties())::uuid[]) OR (SELECT principal_oversees()) OR (SELECT principal_purpose()) <> ''`;

/** The same condition, asked of the parties that the principal may act for: a viewer of a party writes nothing of it. */
export const asActing = (condition: string): string =>
  condition
    .replaceAll('principal_parties() AS principal_parties', 'principal_acts_for() AS principal_acts_for')
    .replaceAll('principal_parties()', 'principal_acts_for()');

/** Whether the schema knows whom somebody acts for, which it does from migration 440 on. */
const knowsActing = async (runner: QueryRunner): Promise<boolean> => {
  const [row] = (await runner.query(
    `SELECT to_regprocedure('principal_acts_for()') IS NOT NULL AS knows`,
  )) as [{ knows: boolean }];
  return row.knows;
};

interface Wall {
  /** Which rows the app sees, changes and deletes. */
  readonly read: string;
  /** Which rows it may write; left out: those it sees. Of parties those that the principal may act for. */
  readonly write?: string;
  /** Which rows the worker sees and writes; left out: all of them. */
  readonly worker?: string;
}

/**
 * Puts a table behind row security, forced, so that not even the owner passes without a policy. The migrator has
 * one for all rows: without it a later migration would change none and say nothing. The auditor bypasses.
 */
export const wall = async (
  runner: QueryRunner,
  table: string,
  { read, write = read, worker = 'true' }: Wall,
): Promise<void> => {
  const policy = (role: string, using: string, check: string): Promise<unknown> =>
    runner.query(
      `CREATE POLICY ${table}_${role} ON ${table} TO sepikul_${role} USING (${using}) WITH CHECK (${check})`,
    );
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await policy('app', read, (await knowsActing(runner)) ? asActing(write) : write);
  await policy('worker', worker, worker);
  await policy('migrator', 'true', 'true');
};
