import { Queue, createPostgresBackend, withBackend, type PostgresConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { QUEUE_SCHEMA } from '../db/migrate.js';
import type { Log } from '../logging/logger.js';
import { QUEUE_NAME } from './river-queue.js';

/** The queue, to be looked at. */
export interface SeenQueue {
  readonly queue: Queue;
  close(): Promise<void>;
}

/** Opens the queue only to look: on PostgreSQL as the role of HTTP, which may read it and no more. */
export const seeQueue = (databaseUrl: string, redisUrl: string | undefined, log: Log): SeenQueue => {
  const onError = (error: Error): void => {
    log.warn({ error }, 'queue connection');
  };
  const options = { skipMetasUpdate: true };
  if (redisUrl !== undefined) {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableReadyCheck: true });
    redis.on('error', onError);
    const queue = new Queue(QUEUE_NAME, { ...options, connection: redis });
    queue.on('error', onError);
    return {
      queue,
      close: async () => {
        await queue.close();
        redis.disconnect();
      },
    };
  }
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 2,
    application_name: 'sepikul-queue-board',
    options: `-c search_path=${QUEUE_SCHEMA} -c timezone=UTC -c statement_timeout=5000`,
  });
  pool.on('error', onError);
  const bound = withBackend(createPostgresBackend);
  const connection = pool as unknown as PostgresConnectionOptions;
  const queue = new bound.Queue(QUEUE_NAME, { ...options, connection }) as unknown as Queue;
  queue.on('error', onError);
  return {
    queue,
    close: async () => {
      await queue.close();
      await pool.end();
    },
  };
};
