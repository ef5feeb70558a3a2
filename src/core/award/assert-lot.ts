import { assertWhole } from '../kernel/whole.js';
import type { BidToAward, LotToAward } from './lot-to-award.js';

const assertAtLeast = (value: number, least: number, name: string): void => {
  assertWhole(value, name);
  if (value < least) throw new RangeError(`${name} must be at least ${least}, got ${value}`);
};

const assertBid = (bid: BidToAward): void => {
  const of = `of bid ${bid.bidId}`;
  assertAtLeast(bid.capacityPacks, 0, `capacityPacks ${of}`);
  assertAtLeast(bid.minimumPacks, 0, `minimumPacks ${of}`);
  assertAtLeast(bid.leadTimeDays, 0, `leadTimeDays ${of}`);
  if (Number.isNaN(Date.parse(bid.submittedAt)))
    throw new RangeError(`submittedAt ${of} is no instant: ${bid.submittedAt}`);
  let previous = 0;
  for (const { fromPacks, priceRpPerUnit } of bid.tiers) {
    assertAtLeast(fromPacks, previous + 1, `fromPacks ${of}`);
    assertAtLeast(priceRpPerUnit, 0, `priceRpPerUnit ${of}`);
    previous = fromPacks;
  }
};

/**
 * Refuses a lot the engine cannot reason about: fractions, falling tiers, two bids of one id, or sums
 * so large that a double would lose a rupiah. Such a lot is a fault of the caller, not a shortage.
 *
 *   tiers from 1, 20, 20 -> RangeError: fromPacks of bid b must be at least 21, got 20
 *
 * @throws RangeError
 */
export const assertLot = (lot: LotToAward): void => {
  assertAtLeast(lot.demandPacks, 0, 'demandPacks');
  assertAtLeast(lot.packSizeMilli, 1, 'packSizeMilli');
  assertAtLeast(lot.ceilingRpPerUnit, 0, 'ceilingRpPerUnit');
  assertWhole(lot.demandPacks * (lot.ceilingRpPerUnit + 1), 'demandPacks x (ceilingRpPerUnit + 1)');
  const seen = new Set<string>();
  for (const bid of lot.bids) {
    if (seen.has(bid.bidId)) throw new RangeError(`bid ${bid.bidId} stands twice in lot ${lot.lotId}`);
    seen.add(bid.bidId);
    assertBid(bid);
  }
};
