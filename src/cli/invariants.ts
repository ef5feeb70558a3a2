import { loadConfig } from '../platform/config/load-config.js';
import { brokenPromises, promiseNames } from '../modules/monitoring/index.js';
import { borrowDatabase } from '../process/borrow-database.js';
import { withDb } from '../process/with-db.js';
import { say } from './say.js';

/** `sepikul invariants`: every promise as the auditor sees it. @returns 0 when all hold. */
export const invariants = async (): Promise<number> => {
  const database = await borrowDatabase(loadConfig(process.env));
  try {
    if (database.urls.auditor === undefined)
      throw new Error('DATABASE_AUDITOR_URL is not set: another role would find nothing and say nothing');
    return await withDb(database.urls.auditor, 'sepikul-invariants', async (db) => {
      const broken = await brokenPromises(db);
      for (const name of await promiseNames(db))
        say(`${broken.some((row) => row.promise === name) ? '✗' : '✓'} ${name}`);
      for (const row of broken) say(`  ${row.promise}: ${row.subject} ${row.detail}`);
      return broken.length === 0 ? 0 : 1;
    });
  } finally {
    await database.stop();
  }
};
