import { entities } from '../entities.js';
import { makeDataSource } from '../platform/db/data-source.js';
import { makeLogger } from '../platform/logging/logger.js';
import type { Config } from '../platform/config/config.js';
import type { PlatformParts } from '../platform/platform.module.js';

/** Connects to the database and puts together what an application stands on. */
export const startParts = async (config: Config, url: string, name: string): Promise<PlatformParts> => {
  const log = makeLogger(config.LOG_LEVEL);
  const dataSource = makeDataSource({
    url,
    poolSize: config.DATABASE_POOL_SIZE,
    entities,
    applicationName: name,
  });
  await dataSource.initialize();
  return { config, log, dataSource };
};
