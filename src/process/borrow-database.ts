import type { Config } from '../platform/config/config.js';
import { openDatabase, type OpenedDatabase } from './open-database.js';
import { findRunning } from './remember-running.js';

/** For commands: the configured database, else the one of a running `sepikul up`, else the embedded one started for the occasion. */
export const borrowDatabase = async (config: Config): Promise<OpenedDatabase> => {
  const running = config.DATABASE_URL === undefined ? await findRunning() : undefined;
  if (running === undefined) return openDatabase(config);
  return { urls: running.urls, notice: undefined, isEmbedded: false, stop: async () => undefined };
};
