import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { Log } from '../logging/logger.js';
import { packageRoot } from '../package-root.js';
import { FileMessenger, NoMessenger } from './file-messenger.js';
import type { Messenger } from './messenger.js';

/** A file where one is named, or where the database is the embedded one of a developer; else nobody. */
export const chooseMessenger = (
  { MESSAGES_FILE, DATABASE_URL }: Pick<Config, 'MESSAGES_FILE' | 'DATABASE_URL'>,
  log: Log,
): Messenger => {
  if (MESSAGES_FILE !== undefined) return new FileMessenger(MESSAGES_FILE, log);
  return DATABASE_URL === undefined
    ? new FileMessenger(join(packageRoot(), '.data', 'messages.jsonl'), log)
    : new NoMessenger();
};
