import type { PoolState } from './pool-state.js';
import { refusePool } from './refusals.js';

/** Refuses unless an open pool is closed; by hand it may be closed before its time, with a reason. */
export const closePool = (state: PoolState): void => {
  if (state === 'draft') throw refusePool('POOL_NOT_OPEN_YET');
  if (state !== 'open') throw refusePool('POOL_ALREADY_CLOSED');
};
