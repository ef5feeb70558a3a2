import type { SecretKey } from '../../../platform/secret/secret-key.js';
import { makeCode } from './make-code.js';

/**
 * The code of a row, made of its id under the server's key: whoever sends it can make it again however often, and
 * the database, queue and log hold only its hash.
 */
export const deriveCode = (key: SecretKey, codeId: string): string =>
  makeCode(key.derive('one-time-code', codeId));
