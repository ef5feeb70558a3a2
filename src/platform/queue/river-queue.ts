import {
  Queue,
  Worker,
  createPostgresBackend,
  withBackend,
  type ConnectionOptions,
  type Job,
  type PostgresConnectionOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { QUEUE_SCHEMA } from '../db/migrate.js';
import type { Log } from '../logging/logger.js';

/** A wake-up for one delivery: ids only. Losing it loses nothing, for the relay sends it again until the inbox row is done. */
export interface WakeUp {
  readonly eventId: number;
  readonly consumer: string;
  readonly generation: number;
}

export interface RiverQueue {
  readonly backend: 'redis' | 'postgres';
  add(wakeUps: readonly WakeUp[]): Promise<void>;
  /** Starts running wake-ups; once per queue. */
  work(concurrency: number, handle: (wakeUp: WakeUp) => Promise<void>): void;
  close(): Promise<void>;
}

export const QUEUE_NAME = 'river';
/** A killed worker's job is taken over within LOCK + STALLED; the relay's own lease covers the rest. */
const LOCK_MS = 10_000;
const STALLED_MS = 5_000;

const jobOptions = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
const workerOptions = {
  lockDuration: LOCK_MS,
  stalledInterval: STALLED_MS,
  maxStalledCount: 3,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
};

/** What both backends' Queue and Worker share, as far as we use them. */
interface Parts {
  readonly backend: RiverQueue['backend'];
  queue: Pick<Queue, 'add' | 'close' | 'on'>;
  makeWorker(concurrency: number, process: (job: Job<WakeUp>) => Promise<void>): Pick<Worker, 'close' | 'on'>;
  closeConnections(): Promise<void>;
}

const jobIdOf = (wakeUp: WakeUp): string => `${wakeUp.eventId}-${wakeUp.consumer}-${wakeUp.generation}`;

const riverQueue = (parts: Parts, log: Log): RiverQueue => {
  let worker: Pick<Worker, 'close' | 'on'> | undefined;
  // Idle connections raise errors while a server restarts; the clients reconnect by themselves.
  const onError = (error: Error): void => {
    log.warn({ error }, 'queue connection');
  };
  parts.queue.on('error', onError);
  return {
    backend: parts.backend,
    // One by one: the PostgreSQL backend's bulk path makes a sequence at run time, for which a worker has no right.
    add: async (wakeUps) => {
      await Promise.all(
        wakeUps.map((wakeUp) =>
          parts.queue.add(wakeUp.consumer, wakeUp, { ...jobOptions, jobId: jobIdOf(wakeUp) }),
        ),
      );
    },
    work: (concurrency, handle) => {
      if (worker !== undefined) throw new Error('this queue is already being worked');
      worker = parts.makeWorker(concurrency, (job) => handle(job.data));
      worker.on('error', onError);
    },
    close: async () => {
      await worker?.close();
      await parts.queue.close();
      await parts.closeConnections();
    },
  };
};

/** BullMQ on PostgreSQL, in its own schema, which the migrator has brought up to date. */
export const postgresQueue = (url: string, log: Log): RiverQueue => {
  const pool = new Pool({
    connectionString: url,
    max: 6,
    keepAlive: true,
    application_name: 'sepikul-queue',
    options: `-c search_path=${QUEUE_SCHEMA} -c timezone=UTC`,
  });
  pool.on('error', (error) => {
    log.warn({ error }, 'queue connection');
  });
  const connection = pool as unknown as PostgresConnectionOptions;
  const bound = withBackend(createPostgresBackend);
  return riverQueue(
    {
      backend: 'postgres',
      queue: new bound.Queue(QUEUE_NAME, { connection }) as unknown as Parts['queue'],
      makeWorker: (concurrency, process) =>
        new bound.Worker(QUEUE_NAME, process as never, {
          connection,
          concurrency,
          ...workerOptions,
        }) as unknown as Worker,
      closeConnections: () => pool.end(),
    },
    log,
  );
};

/** Redis drops jobs without a word under any other policy, so we do not start on one. */
const requireNoEviction = async (redis: Redis): Promise<void> => {
  const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
  if (policy !== 'noeviction')
    throw new Error(
      `Redis has maxmemory-policy ${policy ?? 'unknown'}; it must be noeviction (redis-cli config set maxmemory-policy noeviction)`,
    );
};

/** BullMQ on Redis. @throws when Redis cannot be reached or would evict jobs. */
export const redisQueue = async (url: string, log: Log): Promise<RiverQueue> => {
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, enableOfflineQueue: true });
  redis.on('error', (error) => {
    log.warn({ error }, 'redis connection');
  });
  try {
    await redis.connect();
    await requireNoEviction(redis);
  } catch (error) {
    // A client that could not connect would go on trying for ever.
    redis.disconnect();
    throw error;
  }
  const connection = redis as unknown as ConnectionOptions;
  return riverQueue(
    {
      backend: 'redis',
      queue: new Queue(QUEUE_NAME, { connection }) as Parts['queue'],
      makeWorker: (concurrency, process) =>
        new Worker(QUEUE_NAME, process, { connection, concurrency, ...workerOptions }),
      closeConnections: async () => {
        await redis.quit();
      },
    },
    log,
  );
};
