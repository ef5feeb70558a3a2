import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../../src/migrations/index.js';
import { migrate } from '../../src/platform/db/migrate.js';
import { openEmbedded, type OpenedDatabase } from '../../src/process/open-database.js';

export interface Bench {
  readonly database: OpenedDatabase;
  /** The schema's owner: plants rows and runs the raw references. */
  readonly owner: pg.Client;
  close(): Promise<void>;
}

/** A throw-away server with durable settings (fsync on, as deployed) and the migrated schema. */
export const openBench = async (): Promise<Bench> => {
  const home = await mkdtemp(join(tmpdir(), 'sepikul-bench-'));
  await chmod(home, 0o755);
  const database = await openEmbedded(join(home, 'pg'), { durable: true });
  await migrate(database.urls.migrate ?? '', migrations);
  const owner = new pg.Client({ connectionString: database.urls.migrate });
  await owner.connect();
  return {
    database,
    owner,
    close: async () => {
      await owner.end();
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
};
