import { join } from 'node:path';
import type { Config } from '../platform/config/config.js';
import {
  dropDatabase,
  newPasswords,
  provisionDatabase,
  provisionRoles,
  urlFor,
} from '../platform/db/provision-roles.js';
import { startEmbeddedPostgres } from '../platform/embedded/start-embedded-postgres.js';
import { packageRoot } from '../platform/package-root.js';
import type { Running } from './running.js';

export interface OpenedDatabase extends Running {
  readonly urls: {
    readonly app: string;
    readonly worker: string;
    readonly migrate: string | undefined;
    readonly auditor: string | undefined;
  };
  /** Something a person should know about where the data lies. */
  readonly notice: string | undefined;
  readonly isEmbedded: boolean;
  /** Kept when an embedded server is gone though nobody stopped it. */
  readonly lost?: Promise<void>;
}

const DATABASE = 'sepikul';

/** The place of the embedded server's data, kept between runs. */
const keptDataDir = (): string => join(packageRoot(), '.data', 'pg18');

const configured = (config: Config, app: string): OpenedDatabase => ({
  urls: {
    app,
    worker: config.DATABASE_WORKER_URL ?? app,
    migrate: config.DATABASE_MIGRATE_URL,
    auditor: config.DATABASE_AUDITOR_URL,
  },
  notice: undefined,
  isEmbedded: false,
  stop: async () => undefined,
});

interface EmbeddedOptions {
  readonly durable: boolean;
  /** Throws away what the database holds. */
  readonly anew?: boolean;
}

/** An embedded server with our roles and an empty or kept database; role passwords are new at each start. */
export const openEmbedded = async (
  dataDir: string,
  { durable, anew }: EmbeddedOptions,
): Promise<OpenedDatabase> => {
  const server = await startEmbeddedPostgres({ dataDir, durable });
  try {
    const passwords = newPasswords();
    await provisionRoles(server.adminUrl, passwords);
    if (anew === true) await dropDatabase(server.adminUrl, DATABASE);
    await provisionDatabase(server.adminUrl, DATABASE);
    const url = (role: Parameters<typeof urlFor>[1]): string =>
      urlFor(server.adminUrl, role, passwords, DATABASE);
    return {
      urls: {
        app: url('sepikul_app'),
        worker: url('sepikul_worker'),
        migrate: url('sepikul_migrator'),
        auditor: url('sepikul_auditor'),
      },
      notice: server.notice,
      isEmbedded: true,
      lost: server.lost,
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/** The configured database, or the embedded one that is kept under `.data/`; only the latter is ever made anew. */
export const openDatabase = (config: Config, anew = false): Promise<OpenedDatabase> =>
  config.DATABASE_URL === undefined
    ? openEmbedded(keptDataDir(), { durable: true, anew })
    : Promise.resolve(configured(config, config.DATABASE_URL));
