import type { Config } from '../platform/config/config.js';
import { ConfigError, loadConfig } from '../platform/config/load-config.js';

/** The configuration of a process that is starting; a bad one is told line by line, and it does not start. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
};
