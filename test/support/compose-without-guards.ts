import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import { access } from '../../src/access.js';
import { keys } from '../../src/keys.js';
import { AppModule } from '../../src/app.module.js';
import { anyone, type AccessTable } from '../../src/platform/auth/allow.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { createHttp } from '../../src/platform/http/create-http.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { startParts } from '../../src/process/start-parts.js';
import type { TestDatabase } from './database.js';

/** Every route for anyone. */
const open: AccessTable = Object.fromEntries(Object.keys(access).map((route) => [route, anyone]));

@Module({})
class WithoutGuards {}

/**
 * The product with the guard's wall taken down: it finds out who asks, and lets everybody at everything. Only a test
 * can compose it so; no setting does.
 */
export const composeWithoutGuards = async (
  database: TestDatabase,
): Promise<{ baseUrl: string; stop: () => Promise<void> }> => {
  const config = loadConfig({ LOG_LEVEL: 'silent', DATABASE_URL: database.urlOf('sepikul_app') });
  const parts = await startParts(config, { url: database.urlOf('sepikul_app') }, 'without-guards');
  const [, ...stages] = AppModule.with(parts).imports ?? [];
  const app = await createHttp(
    { module: WithoutGuards, imports: [PlatformModule.with({ ...parts, access: open, keys }), ...stages] },
    parts.log,
  );
  await app.listen(0, '127.0.0.1');
  const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    stop: async () => {
      await app.close();
      await parts.close();
    },
  };
};
