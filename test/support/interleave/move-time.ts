import type { Db } from '../../../src/platform/db/db.js';
import type { TestDatabase } from '../database.js';

/** Two days pass at one moment, like a statement that takes no lock. */
export const letTimePass = async (db: Db): Promise<void> => {
  await db.rows('SELECT moment.let_time_pass()');
};

/**
 * For connections opened from now on `clock_timestamp()` is ours: the real time, and two days more once time has
 * passed. A sequence tells which, because its value is seen at once and locks nothing.
 */
export const makeTimeMovable = async ({ owner, adminUrl }: TestDatabase): Promise<void> => {
  await owner.query('CREATE SCHEMA moment');
  await owner.query('CREATE SEQUENCE moment.ahead_s MINVALUE 0 START 0');
  await owner.query(
    `CREATE FUNCTION moment.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
     AS 'SELECT pg_catalog.clock_timestamp() + make_interval(secs => (SELECT last_value FROM moment.ahead_s))'`,
  );
  await owner.query(
    `CREATE FUNCTION moment.let_time_pass() RETURNS bigint LANGUAGE sql VOLATILE
     AS $$SELECT setval('moment.ahead_s', 172800)$$`,
  );
  await owner.query('GRANT USAGE ON SCHEMA moment TO PUBLIC');
  await owner.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA moment TO PUBLIC');
  await owner.query('GRANT SELECT, UPDATE ON SEQUENCE moment.ahead_s TO PUBLIC');
  const name = new URL(adminUrl).pathname.slice(1);
  await owner.query(`ALTER DATABASE ${name} SET search_path = moment, pg_catalog, public`);
};
