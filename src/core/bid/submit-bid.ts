import { refuseBroken } from '../kernel/refuse.js';
import type { PoolSide } from '../pool/side.js';
import type { BidTerms, CurrentRevision, TenderDeadline, TenderPlaces } from './bid-terms.js';
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
  /** Null where the bid arrives sealed: then its terms are judged when it is opened. */
  readonly terms: BidTerms | null;
  /** Of terms and nonce. */
  readonly hash: string;
  /** The database's clock, read after every lock is held. */
  readonly now: Date;
}

/** The revision to append; null when the current one says the same already. */
export type NextRevision = { readonly revision: number; readonly action: 'submitted' | 'revised' } | null;

/** Refuses what comes at the deadline or later: the deadline itself is too late. */
export const requireInTime = (tender: TenderDeadline, now: Date): void => {
  if (tender.isOpened || now.getTime() >= tender.closesAt.getTime()) throw refuseBid('TENDER_ALREADY_CLOSED');
};

/** Refuses terms that break a rule, all that are broken at once; so they are judged again when a bid is opened. */
export const requireSound = (terms: BidTerms, side: PoolSide, places?: TenderPlaces): void => {
  refuseBroken([...listBrokenTerms(terms, side), ...(places ? listBrokenPlaces(terms, places) : [])]);
};

/**
 * Judges a submission. All broken rules of the terms are told at once; the first gives the code.
 *
 *   no bid yet, in time             -> revision 1, submitted
 *   revision 1 stands, another hash -> revision 2, revised
 *   revision 1 stands, same hash    -> null: the same terms with the same nonce, sent twice, are sent once
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
  hash,
  now,
}: Submission): NextRevision => {
  requireInTime(tender, now);
  if (!supplier.isActive) throw refuseBid('SUPPLIER_SUSPENDED');
  if (terms) requireSound(terms, side, places);
  if (!current) return { revision: 1, action: 'submitted' };
  if (current.hash === hash) return null;
  return { revision: current.revision + 1, action: current.hash === null ? 'submitted' : 'revised' };
};
