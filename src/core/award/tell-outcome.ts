import type { BidAction } from '../bid/bid-terms.js';
import type { LotState } from '../lot/advance-lot.js';

/**
 * What a bidder knows of its own bid: `sealed`; `withdrawn`; `not-taken`: it could not be taken when it was opened;
 * `weighed`: opened, nothing is proposed yet; `proposed` with packs; `won`; `without-packs`; `lot-failed`.
 */
export const bidOutcomes = [
  'sealed',
  'withdrawn',
  'not-taken',
  'weighed',
  'proposed',
  'won',
  'without-packs',
  'lot-failed',
] as const;
export type BidOutcome = (typeof bidOutcomes)[number];

export interface BidStand {
  readonly action: BidAction;
  readonly lotState: LotState;
  readonly isOpened: boolean;
  readonly hasFailed: boolean;
  /** Whether it fell out of an earlier attempt at the award. */
  readonly isOut: boolean;
  /** Null until an award is proposed. */
  readonly awardState: 'proposed' | 'approved' | null;
  readonly awardedPacks: number;
}

/**
 * How a bid stands, as its bidder is told.
 *
 *   bidding, sealed                  -> 'sealed'
 *   opened, proposed with 40 packs   -> 'proposed'
 *   awarded, approved with none      -> 'without-packs'
 */
export const tellOutcome = (bid: BidStand): BidOutcome => {
  if (bid.action === 'withdrawn') return 'withdrawn';
  if (bid.hasFailed) return 'not-taken';
  if (bid.lotState === 'failed') return 'lot-failed';
  if (!bid.isOpened) return 'sealed';
  if (bid.isOut) return 'without-packs';
  if (bid.awardState === null) return 'weighed';
  if (bid.awardedPacks === 0) return 'without-packs';
  return bid.awardState === 'approved' ? 'won' : 'proposed';
};
