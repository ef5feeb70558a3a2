import type { CurrentRevision, TenderDeadline } from './bid-terms.js';
import { refuseBid } from './refusals.js';
import { requireInTime } from './submit-bid.js';

export interface Withdrawal {
  readonly tender: TenderDeadline;
  readonly current: CurrentRevision | null;
  /** The database's clock, read after every lock is held. */
  readonly now: Date;
}

/**
 * Judges a withdrawal; a suspended supplier may withdraw too. Answers the number of the revision to append.
 *
 *   revision 2 stands, in time -> 3
 *   withdrawn already          -> BID_ALREADY_WITHDRAWN
 *
 * @throws Refusal
 */
export const withdrawBid = ({ tender, current, now }: Withdrawal): number => {
  if (!current) throw refuseBid('BID_NOT_FOUND');
  requireInTime(tender, now);
  if (current.action === 'withdrawn') throw refuseBid('BID_ALREADY_WITHDRAWN');
  return current.revision + 1;
};
