import { createHash } from 'node:crypto';
import type { Channel } from '../gateway.js';

/**
 * The Idempotency-Key of a call: the same for the same call, another for every other, since Midtrans keeps one space
 * of keys for all of its routes. Longer than 46 characters it would be passed over in silence.
 * It is kept there for five minutes only: what holds is that an order id is used once.
 */
export const idempotencyKey = (...call: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(call)).digest('base64url');

/** Permata's virtual accounts know no idempotency keys. */
export const keepsKeys = (channel: Channel): boolean => channel !== 'permata-va' && channel !== 'snap';
