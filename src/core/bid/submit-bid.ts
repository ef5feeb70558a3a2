import { refuseBroken } from '../kernel/refuse.js';
import type { PoolSide } from '../pool/side.js';
import type { BidTerms, CurrentRevision, TenderDeadline, TenderPlaces } from './bid-terms.js';
import { saySame } from './complete-terms.js';
import { listBrokenPlaces } from './list-broken-places.js';
import { listBrokenTerms } from './list-broken-terms.js';
import { refuseBid } from './refusals.js';

export interface Submission {
  /** Left out: buy. */
  readonly side?: PoolSide;
  readonly tender: TenderDeadline;
  /** Left out: places are not judged. */
  readonly places?: TenderPlaces;
  readonly supplier: { readonly isActive: boolean };
  readonly current: CurrentRevision | null;
  readonly terms: BidTerms;
  /** The database's clock, read after every lock is held. */
  readonly now: Date;
}

/** The revision to append; null when the current one says the same already. */
export type NextRevision = { readonly revision: number; readonly action: 'submitted' | 'revised' } | null;

/** Refuses what comes at the deadline or later: the deadline itself is too late. */
export const requireInTime = (tender: TenderDeadline, now: Date): void => {
  if (tender.isOpened || now.getTime() >= tender.closesAt.getTime()) throw refuseBid('TENDER_ALREADY_CLOSED');
};

/**
 * Judges a submission. All broken rules of the terms are told at once; the first gives the code.
 *
 *   no bid yet, in time             -> revision 1, submitted
 *   revision 1 stands, other prices -> revision 2, revised
 *   revision 1 stands, same terms   -> null: sending twice is sending once
 *   revision 2 withdrawn            -> revision 3, submitted
 *   now = closesAt                  -> TENDER_ALREADY_CLOSED
 *
 * @throws Refusal
 */
export const submitBid = ({
  side = 'buy',
  tender,
  places,
  supplier,
  current,
  terms,
  now,
}: Submission): NextRevision => {
  requireInTime(tender, now);
  if (!supplier.isActive) throw refuseBid('SUPPLIER_SUSPENDED');
  refuseBroken([...listBrokenTerms(terms, side), ...(places ? listBrokenPlaces(terms, places) : [])]);
  if (!current) return { revision: 1, action: 'submitted' };
  if (current.terms && saySame(current.terms, terms)) return null;
  return { revision: current.revision + 1, action: current.terms ? 'revised' : 'submitted' };
};
