/**
 * Every setting there is: `.env.example` is held equal to this table by a test, and the process refuses to
 * start on a bad one, naming all that are wrong at once.
 */
interface SettingBase {
  readonly about: string;
  /** Shown in `.env.example`; a commented-out line where there is no fallback. */
  readonly example: string;
  readonly secret?: true;
}
interface TextSetting extends SettingBase {
  readonly kind: 'text' | 'url' | 'choice';
  readonly protocols?: readonly string[];
  readonly choices?: readonly string[];
  readonly fallback: string | undefined;
}
interface WholeSetting extends SettingBase {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
}
export type Setting = TextSetting | WholeSetting;

const postgres = ['postgres:', 'postgresql:'] as const;

export const settings = {
  DATABASE_URL: {
    kind: 'url',
    protocols: postgres,
    fallback: undefined,
    secret: true,
    about:
      'PostgreSQL for this process: role sepikul_app for HTTP, sepikul_worker for a worker. Unset: an embedded server under .data/.',
    example: 'postgresql://sepikul_app:change-me@127.0.0.1:5432/sepikul',
  },
  DATABASE_WORKER_URL: {
    kind: 'url',
    protocols: postgres,
    fallback: undefined,
    secret: true,
    about: 'PostgreSQL for the worker when one command runs both processes. Unset: DATABASE_URL.',
    example: 'postgresql://sepikul_worker:change-me@127.0.0.1:5432/sepikul',
  },
  DATABASE_MIGRATE_URL: {
    kind: 'url',
    protocols: postgres,
    fallback: undefined,
    secret: true,
    about:
      'PostgreSQL as sepikul_migrator, the owner of the schema: only `sepikul migrate` and `seed` use it.',
    example: 'postgresql://sepikul_migrator:change-me@127.0.0.1:5432/sepikul',
  },
  DATABASE_AUDITOR_URL: {
    kind: 'url',
    protocols: postgres,
    fallback: undefined,
    secret: true,
    about:
      'PostgreSQL as sepikul_auditor, who reads everything and changes nothing: `sepikul invariants`. Unset: DATABASE_URL.',
    example: 'postgresql://sepikul_auditor:change-me@127.0.0.1:5432/sepikul',
  },
  REDIS_URL: {
    kind: 'url',
    protocols: ['redis:', 'rediss:'],
    fallback: undefined,
    secret: true,
    about: 'Redis for the job queue, with maxmemory-policy noeviction. Unset: the queue lives in PostgreSQL.',
    example: 'redis://127.0.0.1:6379',
  },
  HOST: {
    kind: 'text',
    fallback: '127.0.0.1',
    about: 'Address the HTTP process listens on.',
    example: '127.0.0.1',
  },
  PORT: {
    kind: 'whole',
    min: 0,
    max: 65_535,
    fallback: 3000,
    about: 'Port of the HTTP process; 0 takes a free one.',
    example: '3000',
  },
  DATABASE_POOL_SIZE: {
    kind: 'whole',
    min: 2,
    max: 200,
    fallback: 16,
    about: 'Connections each process keeps to PostgreSQL.',
    example: '16',
  },
  WORKER_CONCURRENCY: {
    kind: 'whole',
    min: 1,
    max: 64,
    fallback: 4,
    about: 'Jobs one worker process runs at a time.',
    example: '4',
  },
  SESSION_HOURS: {
    kind: 'whole',
    min: 1,
    max: 720,
    fallback: 12,
    about: 'Hours until a session expires and the person signs in again.',
    example: '12',
  },
  SHUTDOWN_GRACE_S: {
    kind: 'whole',
    min: 1,
    max: 300,
    fallback: 20,
    about: 'Seconds a stopping process waits for requests and jobs under way.',
    example: '20',
  },
  STREAMS_PER_ADDRESS: {
    kind: 'whole',
    min: 1,
    max: 100_000,
    fallback: 100,
    about:
      'Live streams that one address may keep open at an HTTP process; a whole village may share one address.',
    example: '100',
  },
  STREAMS_PER_PROCESS: {
    kind: 'whole',
    min: 1,
    max: 100_000,
    fallback: 10_000,
    about: 'Live streams that an HTTP process keeps open in all.',
    example: '10000',
  },
  LOG_LEVEL: {
    kind: 'choice',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    fallback: 'info',
    about: 'Least severe log line that is written: fatal, error, warn, info, debug or silent.',
    example: 'info',
  },
  DISPLAY_NAME: {
    kind: 'text',
    fallback: 'Belanja Bersama Sepikul',
    about: 'The name people see.',
    example: 'Belanja Bersama Sepikul',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof settings;

/** What a process gets: numbers as numbers, unset optional ones as undefined. */
export type Config = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends { kind: 'whole' }
    ? number
    : (typeof settings)[Name] extends { fallback: string }
      ? string
      : string | undefined;
};
