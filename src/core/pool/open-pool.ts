import type { PoolMoment } from './pool-state.js';
import { refusePool } from './refusals.js';

/** Refuses unless a draft with items, closing in the future, is opened. */
export const openPool = (pool: PoolMoment, itemCount: number): void => {
  if (pool.state === 'open') throw refusePool('POOL_ALREADY_OPEN');
  if (pool.state !== 'draft') throw refusePool('POOL_ALREADY_CLOSED');
  if (itemCount === 0) throw refusePool('POOL_WITHOUT_ITEMS');
  if (pool.now >= pool.closesAt) throw refusePool('CLOSING_TIME_PAST', {}, 'closesAt');
};
