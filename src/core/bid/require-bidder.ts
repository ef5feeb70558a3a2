import type { PoolSide } from '../pool/side.js';
import { refuseBid } from './refusals.js';

/** A party that wants to bid on a lot. */
export interface Bidder {
  readonly kind: string;
  readonly isActive: boolean;
  /** Left out: qualified. A candidate waits for its documents to be accepted. */
  readonly isQualified?: boolean;
  /** Whether it has a line in the lot. */
  readonly isInLot: boolean;
}

/** Who bids: those who sell to koperasi, or those who buy from them. */
const bidderKinds: Readonly<Record<PoolSide, readonly string[]>> = {
  buy: ['supplier'],
  sell: ['supplier', 'kitchen', 'koperasi'],
};

/**
 * Refuses who may not bid on a lot of this side.
 *
 *   supplier, either side        -> may
 *   kitchen or koperasi, sell    -> may; buy -> SUPPLIER_NOT_FOUND
 *   organiser, sell              -> BIDDER_NOT_ELIGIBLE
 *   koperasi that sells in it    -> BIDDER_SELLS_IN_LOT: it would buy from itself
 *   candidate                    -> SUPPLIER_NOT_QUALIFIED
 *   suspended                    -> SUPPLIER_SUSPENDED
 *
 * @throws Refusal
 */
export const requireBidder = (side: PoolSide, bidder: Bidder): void => {
  if (!bidderKinds[side].includes(bidder.kind))
    throw refuseBid(side === 'buy' ? 'SUPPLIER_NOT_FOUND' : 'BIDDER_NOT_ELIGIBLE');
  if (bidder.isQualified === false) throw refuseBid('SUPPLIER_NOT_QUALIFIED');
  if (!bidder.isActive) throw refuseBid('SUPPLIER_SUSPENDED');
  if (side === 'sell' && bidder.isInLot) throw refuseBid('BIDDER_SELLS_IN_LOT');
};
