import { refusePool } from './refusals.js';

export const poolStates = ['draft', 'open', 'closed', 'settled', 'cancelled'] as const;
export type PoolState = (typeof poolStates)[number];

/** What decides whether commitments may still change; `now` is the database's clock. */
export interface PoolMoment {
  readonly state: PoolState;
  readonly closesAt: Date;
  readonly now: Date;
}

/**
 * Refuses unless commitments may be placed, amended or withdrawn now. A pool whose time is up counts as
 * closed even before the worker has got to it: a slow worker must not favour the late.
 */
export const requireOpen = (pool: PoolMoment): void => {
  switch (pool.state) {
    case 'draft':
      throw refusePool('POOL_NOT_OPEN_YET');
    case 'closed':
    case 'settled':
    case 'cancelled':
      throw refusePool('POOL_ALREADY_CLOSED');
    case 'open':
      if (pool.now >= pool.closesAt) throw refusePool('POOL_ALREADY_CLOSED');
  }
};
