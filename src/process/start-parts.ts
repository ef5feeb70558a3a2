import type { DataSource } from 'typeorm';
import { entities } from '../entities.js';
import { makeDataSource } from '../platform/db/data-source.js';
import { Db } from '../platform/db/db.js';
import { makeLogger } from '../platform/logging/logger.js';
import type { Config } from '../platform/config/config.js';
import type { OpeningKeys } from '../platform/opening-key/opening-keys.js';
import type { PlatformParts } from '../platform/platform.module.js';

/** Who audits looks seldom, and never many at once. */
const AUDITOR_CONNECTIONS = 2;

export interface StartedParts extends PlatformParts {
  /** Lets go of the databases. */
  close(): Promise<void>;
}

export interface PartUrls {
  readonly url: string;
  readonly auditorUrl?: string | undefined;
}

/** Connects to the database and puts together what an application stands on. */
export const startParts = async (
  config: Config,
  { url, auditorUrl }: PartUrls,
  name: string,
  openingKeys?: OpeningKeys,
): Promise<StartedParts> => {
  const connect = (to: string, poolSize: number, applicationName: string): Promise<DataSource> =>
    makeDataSource({ url: to, poolSize, entities, applicationName }).initialize();
  const log = makeLogger(config.LOG_LEVEL);
  const dataSource = await connect(url, config.DATABASE_POOL_SIZE, name);
  const auditing =
    auditorUrl === undefined ? undefined : await connect(auditorUrl, AUDITOR_CONNECTIONS, `${name}-auditor`);
  return {
    config,
    log,
    dataSource,
    ...(openingKeys === undefined ? {} : { openingKeys }),
    auditor: auditing && new Db(auditing),
    close: async () => {
      await Promise.all([dataSource.destroy(), auditing?.destroy()]);
    },
  };
};
