import { readConfig } from './process/read-config.js';
import { makeLogger } from './platform/logging/logger.js';
import { startWorker } from './process/start-worker.js';
import { stopOnSignal } from './process/stop-on-signal.js';

/** The worker process, as it is deployed. */
const config = readConfig(process.env);
const log = makeLogger(config.LOG_LEVEL);
const url = config.DATABASE_WORKER_URL ?? config.DATABASE_URL;
if (url === undefined) throw new Error('DATABASE_URL is not set; `npm start` runs with an embedded database');
const worker = await startWorker(config, url);
stopOnSignal(log, config.SHUTDOWN_GRACE_S, [worker]);
