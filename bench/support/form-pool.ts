import { Db } from '../../src/platform/db/db.js';
import { makeDataSource } from '../../src/platform/db/data-source.js';
import { FormLots } from '../../src/modules/lot/form-lots.action.js';
import { LotStore } from '../../src/modules/lot/lot.store.js';

/** A worker's process of its own that forms the lots of the pools it is told, one after the other. */
const dataSource = makeDataSource({
  url: process.env.DATABASE_URL ?? '',
  poolSize: 2,
  applicationName: 'bench-worker',
});
await dataSource.initialize();
const db = new Db(dataSource);
const formLots = new FormLots(new LotStore());

process.on('message', (poolId: string) => {
  const started = performance.now();
  db.transaction((tx) => formLots.run(tx, poolId))
    .then(() =>
      process.send?.({
        tookMs: performance.now() - started,
        maxRssMb: process.resourceUsage().maxRSS / 1024,
      }),
    )
    .catch((error: unknown) => {
      process.send?.({ error: String(error) });
    });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
