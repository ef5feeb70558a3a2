import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../core/kernel/ids.js';

const POOL_BYTES = 10 * 256;
let pool = randomBytes(POOL_BYTES);
let used = 0;

/** The 12 bits behind the milliseconds count within one of them (RFC 9562, 6.2, method 1). */
const MOST = 0xfff;
let lastMs = 0;
let counter = 0;

/**
 * A new id (UUID v7) that sorts behind all that this process has made before, within a millisecond too and when the
 * clock is put back. Chance is drawn in blocks: a draw per id is slow.
 */
export const newId = (): string => {
  if (used >= POOL_BYTES) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  used += 10;
  const chance = pool.subarray(used - 10, used);
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    // Half of the room is left for what follows.
    counter = chance.readUInt16BE(0) & (MOST >> 1);
  } else if (counter < MOST) {
    counter += 1;
  } else {
    lastMs += 1;
    counter = 0;
  }
  chance.writeUInt16BE(counter, 0);
  return uuidV7(lastMs, chance);
};
