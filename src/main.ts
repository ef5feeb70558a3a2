import { readConfig } from './process/read-config.js';
import { makeLogger } from './platform/logging/logger.js';
import { startHttp } from './process/start-http.js';
import { stopOnSignal } from './process/stop-on-signal.js';

/** A proxy notices within this time that the process is not ready any more. */
const DRAIN_MS = 2_000;

/** The HTTP process, as it is deployed; `sepikul up` runs HTTP and worker in one for development. */
const config = readConfig(process.env);
const log = makeLogger(config.LOG_LEVEL);
if (config.DATABASE_URL === undefined)
  throw new Error('DATABASE_URL is not set; `npm start` runs with an embedded database');
const urls = { url: config.DATABASE_URL, auditorUrl: config.DATABASE_AUDITOR_URL };
const http = await startHttp(config, urls, DRAIN_MS);
log.info({ url: http.url }, 'listening');
stopOnSignal(log, config.SHUTDOWN_GRACE_S, [http]);
