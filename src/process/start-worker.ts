import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Config } from '../platform/config/config.js';
import { nestLogger } from '../platform/logging/logger.js';
import { keepOpeningKeys } from '../platform/opening-key/keep-opening-keys.js';
import { postgresQueue, redisQueue } from '../platform/queue/river-queue.js';
import { RiverWorker } from '../platform/worker/river-worker.js';
import type { Running } from './running.js';
import { startParts } from './start-parts.js';

/** Starts relay, consumers and schedules. Stopping: claim no more, finish the jobs under way, then let go of queue and database. */
export const startWorker = async (config: Config, databaseUrl: string): Promise<Running> => {
  const parts = await startParts(config, { url: databaseUrl }, 'sepikul-worker', keepOpeningKeys(config));
  const queue =
    config.REDIS_URL === undefined
      ? postgresQueue(databaseUrl, parts.log)
      : await redisQueue(config.REDIS_URL, parts.log);
  const app = await NestFactory.createApplicationContext(AppModule.with(parts), {
    logger: nestLogger(parts.log),
    abortOnError: false,
  });
  const worker = app.get(RiverWorker);
  await worker.start(queue);
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await worker.stop();
    await app.close();
    await parts.close();
  };
  return { stop: () => (stopping ??= stop()) };
};
