import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DiscoveryService } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Config } from '../platform/config/config.js';
import { Db } from '../platform/db/db.js';
import { announceConsumers } from '../platform/event/announce-consumers.js';
import { gatherRegistry } from '../platform/event/registry.js';
import { Readiness } from '../platform/health/readiness.js';
import { mountWeb } from '../platform/web/mount-web.js';
import { mountQueueBoard } from '../platform/edge/queue-board.js';
import { createHttp } from '../platform/http/create-http.js';
import { serveDocs } from '../platform/http/openapi.js';
import { seeQueue } from '../platform/queue/see-queue.js';
import type { Running } from './running.js';
import { startParts, type PartUrls } from './start-parts.js';

export interface RunningHttp extends Running {
  readonly url: string;
  readonly port: number;
}

const SWEEP_MS = 100;

/**
 * Starts the HTTP process's work. Stopping: say "not ready" so that proxies turn away, finish requests under
 * way, close the server, then the database.
 * @param drainMs how long a proxy gets to notice before the server stops listening.
 */
export const startHttp = async (config: Config, urls: PartUrls, drainMs = 0): Promise<RunningHttp> => {
  const parts = await startParts(config, urls, 'sepikul-http');
  const app = await createHttp(AppModule.with(parts), parts.log);
  serveDocs(app, config.DISPLAY_NAME);
  const registry = gatherRegistry(app.get(DiscoveryService, { strict: false }));
  await mountQueueBoard(app, () => seeQueue(urls.url, config.REDIS_URL, parts.log));
  await mountWeb(app, config);
  await announceConsumers(app.get(Db, { strict: false }), registry);
  await app.listen(config.PORT, config.HOST);
  const server = app.getHttpServer() as Server;
  const { port } = server.address() as AddressInfo;
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    Readiness.isStopping = true;
    if (drainMs > 0) await pause(drainMs);
    // A connection whose last answer was under way when the server closed is idle only after that.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, SWEEP_MS);
    await app.close().finally(() => {
      clearInterval(sweep);
    });
    await parts.close();
  };
  return { port, url: `http://${config.HOST}:${port}`, stop: () => (stopping ??= stop()) };
};
