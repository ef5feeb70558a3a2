import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { WATCH_AUDIT } from './watch-audit.mjs';

/**
 * One throw-away PostgreSQL server per run, with a migrated template database that every spec file clones.
 * Runs from the build, which `npm test` makes first.
 */
export default async function globalSetup() {
  if (process.env.SEPIKUL_TEST_CLUSTER) return;
  const { startEmbeddedPostgres } = await import('../../dist/platform/embedded/start-embedded-postgres.js');
  const { newPasswords, provisionDatabase, provisionRoles, urlFor } =
    await import('../../dist/platform/db/provision-roles.js');
  const { migrate } = await import('../../dist/platform/db/migrate.js');
  const { migrations } = await import('../../dist/migrations/index.js');
  const home = await mkdtemp(join(tmpdir(), 'sepikul-test-'));
  await chmod(home, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(home, 'pg'),
    durable: false,
    settings: { max_connections: '300', shared_buffers: '256MB' },
  });
  const passwords = newPasswords();
  await provisionRoles(server.adminUrl, passwords);
  await provisionDatabase(server.adminUrl, 'sepikul_template');
  const ownerUrl = urlFor(server.adminUrl, 'sepikul_migrator', passwords, 'sepikul_template');
  await migrate(ownerUrl, migrations);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(WATCH_AUDIT);
  await owner.end();
  process.env.SEPIKUL_TEST_CLUSTER = JSON.stringify({ adminUrl: server.adminUrl, passwords });
  globalThis.sepikulTestCluster = { server, home };
}
