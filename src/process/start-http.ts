import type { AddressInfo, Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { AppModule } from '../app.module.js';
import type { Config } from '../platform/config/config.js';
import { Readiness } from '../platform/health/readiness.js';
import { createHttp } from '../platform/http/create-http.js';
import type { Running } from './running.js';
import { startParts } from './start-parts.js';

export interface RunningHttp extends Running {
  readonly url: string;
  readonly port: number;
}

/**
 * Starts the HTTP process's work. Stopping: say "not ready" so that proxies turn away, finish requests under
 * way, close the server, then the database.
 * @param drainMs how long a proxy gets to notice before the server stops listening.
 */
export const startHttp = async (config: Config, databaseUrl: string, drainMs = 0): Promise<RunningHttp> => {
  const parts = await startParts(config, databaseUrl, 'sepikul-http');
  const app = await createHttp(AppModule.with(parts), parts.log);
  await app.listen(config.PORT, config.HOST);
  const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    Readiness.isStopping = true;
    if (drainMs > 0) await pause(drainMs);
    await app.close();
    await parts.dataSource.destroy();
  };
  return { port, url: `http://${config.HOST}:${port}`, stop: () => (stopping ??= stop()) };
};
