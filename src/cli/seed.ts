import { loadConfig } from '../platform/config/load-config.js';
import { migrate } from '../platform/db/migrate.js';
import { migrations } from '../migrations/index.js';
import { borrowDatabase } from '../process/borrow-database.js';
import { withDb } from '../process/with-db.js';
import { seed } from '../seed/index.js';
import { say } from './say.js';

/** `sepikul seed 32.75`: the catalog and one koperasi per desa or kelurahan of a city; twice changes nothing. */
export const seedRegion = async (regionCode: string): Promise<void> => {
  const database = await borrowDatabase(loadConfig(process.env));
  try {
    if (database.urls.migrate !== undefined) await migrate(database.urls.migrate, migrations);
    const counts = await withDb(database.urls.app, 'sepikul-seed', (db) => seed(db, { regionCode }));
    say(
      Object.entries(counts)
        .map(([what, count]) => `${what}: ${String(count)}`)
        .join(', '),
    );
  } finally {
    await database.stop();
  }
};
