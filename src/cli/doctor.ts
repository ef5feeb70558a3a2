import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { Redis } from 'ioredis';
import { migrations } from '../migrations/index.js';
import { ConfigError, loadConfig } from '../platform/config/load-config.js';
import type { Config } from '../platform/config/config.js';
import { findBinaries } from '../platform/embedded/find-binaries.js';
import { packageRoot } from '../platform/package-root.js';
import { findRunning } from '../process/remember-running.js';
import { say } from './say.js';

interface Finding {
  readonly condition: string;
  /** Undefined when the condition holds; else how to mend it. */
  readonly mend: string | undefined;
}

const MIN_FREE_MB = 500;

const checkNode = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return {
    condition: `Node ${process.versions.node}`,
    mend: fits ? undefined : 'install Node 20.19 or newer',
  };
};

const checkData = async (): Promise<Finding> => {
  const place = join(packageRoot(), '.data');
  try {
    await mkdir(place, { recursive: true });
    await access(place, constants.W_OK);
    const { bavail, bsize } = await statfs(place);
    const freeMb = Math.floor((bavail * bsize) / 1e6);
    return {
      condition: `${freeMb} MB free for data`,
      mend: freeMb >= MIN_FREE_MB ? undefined : `free ${MIN_FREE_MB} MB on the disk of .data`,
    };
  } catch {
    return { condition: 'a writable .data', mend: 'let this user write to the project folder' };
  }
};

const checkPort = async (config: Config): Promise<Finding> => {
  const running = await findRunning();
  if (running !== undefined) return { condition: `already running at ${running.baseUrl}`, mend: undefined };
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(config.PORT, config.HOST, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
  return {
    condition: `port ${config.PORT} on ${config.HOST}`,
    mend: isFree ? undefined : `stop what listens there, or set PORT to another (PORT=0 takes a free one)`,
  };
};

const checkDatabase = async (url: string, name: string): Promise<Finding> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ nowS: number; version: string; hasSchema: boolean }>(
      `SELECT extract(epoch FROM clock_timestamp())::float8 AS "nowS", current_setting('server_version') AS version,
         to_regclass('migrations') IS NOT NULL AS "hasSchema"`,
    );
    const skewS = Math.round(Math.abs((rows[0]?.nowS ?? 0) - Date.now() / 1000));
    if (skewS > 5)
      return {
        condition: `${name}: clocks`,
        mend: `the database's clock is ${skewS} s off this machine's; set both by NTP`,
      };
    if (rows[0]?.hasSchema !== true)
      return { condition: `${name}: schema`, mend: 'run `npx sepikul migrate`' };
    const done = await client.query<{ name: string }>('SELECT name FROM migrations');
    const missing = migrations.length - done.rows.length;
    return {
      condition: `${name}: PostgreSQL ${rows[0].version}`,
      mend: missing > 0 ? `${missing} migrations are missing: run \`npx sepikul migrate\`` : undefined,
    };
  } catch (error) {
    return {
      condition: `${name} answers`,
      mend: `${error instanceof Error ? error.message : String(error)}; check the URL, the server and the role's password`,
    };
  } finally {
    await client.end().catch(() => undefined);
  }
};

const URLS = ['DATABASE_URL', 'DATABASE_WORKER_URL', 'DATABASE_MIGRATE_URL', 'DATABASE_AUDITOR_URL'] as const;

/** Every database URL that is set answers; `up` also needs somebody who may bring the schema up to date. */
const checkUrls = async (config: Config): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const name of URLS) {
    const url = config[name];
    if (url !== undefined) findings.push(await checkDatabase(url, name));
    else if (name === 'DATABASE_MIGRATE_URL')
      findings.push({
        condition: `${name} is unset`,
        mend: '`npm start` brings the schema up to date as sepikul_migrator: set it to that role',
      });
  }
  return findings;
};

/** The bundled programs are there and run; starting a server is left to the start itself. */
const checkEmbedded = async (): Promise<Finding> => {
  const condition = 'embedded PostgreSQL (DATABASE_URL unset)';
  try {
    const { major } = await findBinaries(undefined);
    return { condition: `${condition}, version ${major}`, mend: undefined };
  } catch (error) {
    return { condition, mend: error instanceof Error ? error.message : String(error) };
  }
};

const checkRedis = async (url: string): Promise<Finding> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
    return {
      condition: `Redis, policy ${policy ?? 'unknown'}`,
      mend: policy === 'noeviction' ? undefined : 'set maxmemory-policy noeviction',
    };
  } catch (error) {
    return {
      condition: 'Redis answers',
      mend: `${error instanceof Error ? error.message : String(error)}; check REDIS_URL`,
    };
  } finally {
    redis.disconnect();
  }
};

const examine = async (): Promise<Finding[]> => {
  let config: Config;
  try {
    config = loadConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError)
      return error.problems.map((problem) => ({ condition: 'configuration', mend: problem }));
    throw error;
  }
  const findings = [checkNode(), await checkData(), await checkPort(config)];
  if (config.DATABASE_URL === undefined) findings.push(await checkEmbedded());
  else findings.push(...(await checkUrls(config)));
  if (config.REDIS_URL !== undefined) findings.push(await checkRedis(config.REDIS_URL));
  return findings;
};

/** `sepikul doctor`. @returns 0 when everything that a start needs is there. */
export const doctor = async (): Promise<number> => {
  const findings = await examine();
  for (const { condition, mend } of findings)
    say(mend === undefined ? `✓ ${condition}` : `✗ ${condition}\n    → ${mend}`);
  return findings.every((finding) => finding.mend === undefined) ? 0 : 1;
};
