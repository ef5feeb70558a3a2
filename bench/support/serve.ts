import type { AddressInfo, Server } from 'node:net';
import { ExpressAdapter } from '@nestjs/platform-express';
import { AppModule } from '../../src/app.module.js';
import { Meters } from '../../src/modules/quote/index.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { createHttp, fastifyAdapter } from '../../src/platform/http/create-http.js';
import { startParts } from '../../src/process/start-parts.js';

/** A process of its own that serves the whole application on the adapter named, as the product does. */
const config = loadConfig({
  RATE_WRITES: '10000000',
  RATE_READS: '10000000',
  ...process.env,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
});
const parts = await startParts(config, { url: config.DATABASE_URL ?? '' }, 'bench-http');
const app = await createHttp(
  AppModule.with(parts),
  parts.log,
  process.argv[2] === 'express' ? new ExpressAdapter() : fastifyAdapter(),
);
await app.listen(0, '127.0.0.1');
const { port } = (app.getHttpServer() as Server).address() as AddressInfo;
process.send?.({ port });
process.on('message', ({ poolId }: { poolId: string }) => {
  void app
    .get(Meters, { strict: false })
    .of(poolId)
    .then(({ computations }) => process.send?.({ computations }));
});
process.on('disconnect', () => process.exit(0));
