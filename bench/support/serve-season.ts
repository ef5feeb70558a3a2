import { chmod, mkdtemp } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { openEmbedded } from '../../src/process/open-database.js';
import { DEMO_PASSWORD, prepareDatabase, runSystem } from '../../src/process/run-system.js';
import { openNextPool } from '../../src/season/index.js';

/** A process of its own with the demo's people and an open pool with early commitments, as a visitor finds it. */
// A phone does not share its processor with the server.
setPriority(19);
const home = await mkdtemp(join(tmpdir(), 'sepikul-bench-web-'));
await chmod(home, 0o755);
const database = await openEmbedded(join(home, 'pg'), { durable: false });
await prepareDatabase(database);
const config = loadConfig({ LOG_LEVEL: 'error', PORT: '0', RATE_READS: '100000' });
const system = await runSystem(config, database);
const { poolId } = await openNextPool({ baseUrl: system.http.url, password: DEMO_PASSWORD });
process.send?.({ url: system.http.url, poolId, password: DEMO_PASSWORD });
process.on('disconnect', () => {
  void system
    .stop()
    .then(() => database.stop())
    .finally(() => process.exit(0));
});
