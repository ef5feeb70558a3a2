import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { packageRoot } from '../package-root.js';
import { SecretKey } from './secret-key.js';

/** The configured key, else the one that this installation keeps beside its embedded database. */
export const chooseSecretKey = ({ SECRET_KEY }: Pick<Config, 'SECRET_KEY'>): SecretKey =>
  new SecretKey(SECRET_KEY, join(packageRoot(), '.data', 'secret-key'));
