import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/platform/embedded/start-embedded-postgres.js';

/**
 * A PostgreSQL for this run. With TOPOLOGY_ADMIN_URL (a superuser, such as of Debian's server) a database of
 * its own there, dropped at the end; the passwords of the four roles on that server are set anew.
 */
export async function openPostgres(home) {
  const given = process.env.TOPOLOGY_ADMIN_URL;
  if (given === undefined || given === '') {
    const settings = { max_connections: '200' };
    const server = await startEmbeddedPostgres({ dataDir: join(home, 'pg18'), durable: false, settings });
    return { adminUrl: server.adminUrl, database: 'sepikul', stop: () => server.stop() };
  }
  const database = `sepikul_topology_${randomBytes(4).toString('hex')}`;
  const stop = async () => {
    const admin = new pg.Client({ connectionString: given });
    await admin.connect();
    await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await admin.end();
  };
  return { adminUrl: given, database, stop };
}
