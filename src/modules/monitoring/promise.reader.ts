import type { Sql } from '../../platform/db/sql.js';

export interface BrokenPromise {
  readonly promise: string;
  /** What breaks it: an id. */
  readonly subject: string;
  readonly detail: string;
}

const ROWS_PER_PROMISE = 100;

/** A view of ours by its name alone, so that it may stand in a statement. */
const promiseView = /^p[0-9]{2}_[a-z0-9_]+$/;

/** The promises there are: each a view named `p<two digits>_<sentence>`. */
export const promiseNames = async (sql: Sql): Promise<string[]> => {
  const rows = await sql.rows<{ name: string }>(
    `SELECT viewname::text AS name FROM pg_views WHERE schemaname = 'public' AND viewname ~ '^p[0-9]{2}_' ORDER BY viewname`,
  );
  return rows.map((row) => row.name).filter((name) => promiseView.test(name));
};

/** Every row of every promise's view, a hundred of each at most: none when all promises hold. */
export const brokenPromises = async (sql: Sql): Promise<BrokenPromise[]> => {
  const broken: BrokenPromise[] = [];
  for (const promise of await promiseNames(sql)) {
    const rows = await sql.rows<{ subject: string; detail: string }>(
      `SELECT subject, detail FROM ${promise} LIMIT ${ROWS_PER_PROMISE}`,
    );
    broken.push(...rows.map((row) => ({ promise, ...row })));
  }
  return broken;
};
