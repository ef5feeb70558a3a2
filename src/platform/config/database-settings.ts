import type { Setting } from './setting.js';

const postgres = ['postgres:', 'postgresql:'] as const;

/** Where rows and the queue are kept. */
export const databaseSettings = {
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
      'PostgreSQL as sepikul_auditor, who reads everything and changes nothing: for the promises at `/api/v1/invariants` and `sepikul invariants`. Unset: they refuse to answer.',
    example: 'postgresql://sepikul_auditor:change-me@127.0.0.1:5432/sepikul',
  },
  DATABASE_POOL_SIZE: {
    kind: 'whole',
    min: 2,
    max: 200,
    fallback: 16,
    about: 'Connections each process keeps to PostgreSQL.',
    example: '16',
  },
  REDIS_URL: {
    kind: 'url',
    protocols: ['redis:', 'rediss:'],
    fallback: undefined,
    secret: true,
    about: 'Redis for the job queue, with maxmemory-policy noeviction. Unset: the queue lives in PostgreSQL.',
    example: 'redis://127.0.0.1:6379',
  },
} as const satisfies Readonly<Record<string, Setting>>;
