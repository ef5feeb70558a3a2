import { migrations } from '../migrations/index.js';
import type { Config } from '../platform/config/config.js';
import { migrate } from '../platform/db/migrate.js';
import { seed } from '../seed/index.js';
import type { OpenedDatabase } from './open-database.js';
import type { Running } from './running.js';
import { startHttp, type RunningHttp } from './start-http.js';
import { startWorker } from './start-worker.js';
import { withDb } from './with-db.js';

/** For demo parties only; they are labelled as such everywhere. */
export const DEMO_PASSWORD = 'sepikul-demo';
const HOME_REGION = '32.71';

export interface RunningSystem extends Running {
  readonly http: RunningHttp;
}

/** Brings the database up to date and seeds the home region with its demo parties; twice changes nothing. */
export const prepareDatabase = async (database: OpenedDatabase): Promise<void> => {
  if (database.urls.migrate === undefined)
    throw new Error('DATABASE_MIGRATE_URL is not set: nobody may bring the schema up to date');
  await migrate(database.urls.migrate, migrations);
  await withDb(database.urls.app, 'sepikul-seed', (db) =>
    seed(db, { regionCode: HOME_REGION, demoPassword: DEMO_PASSWORD, isFurnished: true }),
  );
};

/** HTTP and worker in this one process, as in development. Stops HTTP first, then the worker. */
export const runSystem = async (config: Config, database: OpenedDatabase): Promise<RunningSystem> => {
  const http = await startHttp(config, { url: database.urls.app, auditorUrl: database.urls.auditor });
  try {
    const worker = await startWorker(config, database.urls.worker);
    return {
      http,
      stop: async () => {
        await http.stop();
        await worker.stop();
      },
    };
  } catch (error) {
    await http.stop();
    throw error;
  }
};
