import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../core/kernel/ids.js';

const POOL_BYTES = 10 * 256;
let pool = randomBytes(POOL_BYTES);
let used = 0;

/** A new id that sorts by time of making (UUID v7). Chance is drawn in blocks: a draw per id is slow. */
export const newId = (): string => {
  if (used >= POOL_BYTES) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += 10;
  return uuidV7(Date.now(), pool.subarray(used - 10, used));
};
