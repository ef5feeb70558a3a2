import type { PoolMoment } from './pool-state.js';
import { refusePool } from './refusals.js';
import { requireDraft } from './require-draft.js';

export interface DraftedPool extends PoolMoment {
  readonly isOrganiserActive: boolean;
  readonly isDiscarded: boolean;
}

/** Refuses unless a draft with items, closing in the future, is opened for an organiser that is not suspended. */
export const openPool = (pool: DraftedPool, itemCount: number): void => {
  requireDraft(pool);
  if (!pool.isOrganiserActive) throw refusePool('ORGANISER_SUSPENDED');
  if (itemCount === 0) throw refusePool('POOL_WITHOUT_ITEMS');
  if (pool.now >= pool.closesAt) throw refusePool('CLOSING_TIME_PAST', {}, 'closesAt');
};
