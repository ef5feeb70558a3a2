import type { PoolState } from './pool-state.js';
import { refusePool } from './refusals.js';

/** What decides whether a pool is a draft still. */
export interface DraftMoment {
  readonly state: PoolState;
  /** A discarded draft stays one, is seen by its organiser only, and never opens. */
  readonly isDiscarded: boolean;
}

/**
 * Refuses whatever is a draft's alone.
 *
 *   draft                        | may
 *   draft, discarded             | DRAFT_DISCARDED
 *   open                         | POOL_ALREADY_OPEN
 *   closed, settled or cancelled | POOL_ALREADY_CLOSED
 * @throws Refusal
 */
export const requireDraft = ({ state, isDiscarded }: DraftMoment): void => {
  if (state === 'open') throw refusePool('POOL_ALREADY_OPEN');
  if (state !== 'draft') throw refusePool('POOL_ALREADY_CLOSED');
  if (isDiscarded) throw refusePool('DRAFT_DISCARDED');
};
