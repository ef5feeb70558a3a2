import { Pool } from 'pg';
import { runMigrations } from 'bullmq';
import type { DataSourceOptions } from 'typeorm';
import { makeDataSource } from './data-source.js';

/** BullMQ's own schema; its connection must be a pool whose search path is this schema. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings the database up to date as its owner: our migrations, then BullMQ's schema with the grants that its
 * backend needs. One advisory lock lets many starters try at once.
 * @returns the names of the migrations that ran now.
 */
export const migrate = async (
  migrateUrl: string,
  migrations: DataSourceOptions['migrations'],
): Promise<string[]> => {
  const dataSource = makeDataSource({
    url: migrateUrl,
    poolSize: 2,
    migrations: migrations ?? [],
    applicationName: 'sepikul-migrate',
    statementTimeoutMs: 0,
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`SET lock_timeout = '120s'`);
    await lock.query(`SELECT pg_advisory_lock(hashtext('sepikul migrate'))`);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await migrateQueue(migrateUrl);
    // What has run is no secret: `sepikul doctor` reads it under any role.
    await lock.query('GRANT SELECT ON migrations TO sepikul_app, sepikul_worker, sepikul_auditor');
    return done.map((migration) => migration.name);
  } finally {
    await lock.release();
    await dataSource.destroy();
  }
};

const migrateQueue = async (migrateUrl: string): Promise<void> => {
  const pool = new Pool({ connectionString: migrateUrl, max: 1, options: `-c search_path=${QUEUE_SCHEMA}` });
  const client = await pool.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(
      `GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO sepikul_app, sepikul_worker, sepikul_auditor`,
    );
    await client.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO sepikul_worker`,
    );
    await client.query(
      `GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO sepikul_worker`,
    );
    // They run by the caller's right: the app, which looks at the queue, changes nothing by them.
    await client.query(
      `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO sepikul_app, sepikul_worker`,
    );
    await client.query(
      `GRANT SELECT ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO sepikul_app, sepikul_auditor`,
    );
  } finally {
    client.release();
    await pool.end();
  }
};
