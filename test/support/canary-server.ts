import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../src/migrations/index.js';
import { migrate } from '../../src/platform/db/migrate.js';
import {
  newPasswords,
  provisionDatabase,
  provisionRoles,
  urlFor,
} from '../../src/platform/db/provision-roles.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded/start-embedded-postgres.js';
import { makeOpeningKeyFile } from '../../src/platform/opening-key/keep-opening-keys.js';
import { seed } from '../../src/seed/index.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { PASSWORD } from './river.js';

/** A PostgreSQL server of a story's own, every byte of which it may search, with the demo cast of Kota Kediri. */
export interface CanaryServer {
  readonly dataDir: string;
  readonly keyFile: string;
  /** One more database with everything in it. */
  fill(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

const TEMPLATE = 'canary_template';

/** As in the template that other stories clone: what a story plants is noted as planted. */
const watchAudit = async (ownerUrl: string): Promise<void> => {
  const file = './watch-audit.mjs';
  const { WATCH_AUDIT } = (await import(file)) as { WATCH_AUDIT: string };
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(WATCH_AUDIT);
  await owner.end();
};

export const startCanaryServer = async (): Promise<CanaryServer> => {
  const home = mkdtempSync(join(tmpdir(), 'sepikul-canary-'));
  chmodSync(home, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: join(home, 'pg'), durable: true });
  const { adminUrl } = server;
  const passwords = newPasswords();
  await provisionRoles(adminUrl, passwords);
  const clone = async (template: string): Promise<TestDatabase> => {
    const shared = process.env.SEPIKUL_TEST_CLUSTER;
    process.env.SEPIKUL_TEST_CLUSTER = JSON.stringify({ adminUrl, passwords });
    try {
      return await freshDatabase(template);
    } finally {
      process.env.SEPIKUL_TEST_CLUSTER = shared;
    }
  };
  await provisionDatabase(adminUrl, TEMPLATE);
  const ownerUrl = urlFor(adminUrl, 'sepikul_migrator', passwords, TEMPLATE);
  await migrate(ownerUrl, migrations);
  await watchAudit(ownerUrl);
  const keyFile = join(home, 'keys', 'opening-key');
  makeOpeningKeyFile(keyFile);
  return {
    dataDir: join(home, 'pg'),
    keyFile,
    fill: async () => {
      const database = await clone(TEMPLATE);
      await seed(database.db, { regionCode: '35.71', demoPassword: PASSWORD });
      return database;
    },
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
};

/** Whatever every table of every schema says, as a superuser reads it; and what is in memory goes to the disk. */
export const readTables = async (adminUrl: string): Promise<string> => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const tables = await admin.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname <> 'information_schema'`,
    );
    const said: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await admin.query<{ text: string }>(`SELECT t::text AS text FROM ${name} AS t`);
      said.push(name, ...rows.map(({ text }) => text));
    }
    await admin.query('CHECKPOINT');
    return said.join('\n');
  } finally {
    await admin.end();
  }
};
