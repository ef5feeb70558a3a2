/**
 * Health check of a worker, which listens nowhere: its relay asks the database several times a second, so
 * within the last half minute the database must have heard from a worker at this address. Tells a hung
 * worker from a living one, and a lost database from a reachable one.
 */
import pg from 'pg';

const client = new pg.Client({
  connectionString: process.env.DATABASE_WORKER_URL ?? process.env.DATABASE_URL,
  application_name: 'sepikul-check',
  connectionTimeoutMillis: 3000,
  query_timeout: 3000,
});

try {
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT FROM pg_stat_activity
     WHERE application_name = 'sepikul-worker' AND client_addr IS NOT DISTINCT FROM inet_client_addr()
       AND state_change > clock_timestamp() - interval '30 s'`,
  );
  if (rowCount === 0) throw new Error('no worker here has asked the database for 30 s');
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
