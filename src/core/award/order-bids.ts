import type { BidToAward } from './bid-to-award.js';

/**
 * The order in which equal bids are preferred: the earlier instant, then the smaller id by code unit.
 * Never the order of the array.
 *
 *   c 09:00+07:00, b 02:00Z, a 10:00+07:00 -> b, c, a     (09:00 WIB is 02:00 UTC)
 */
export const orderBids = (bids: readonly BidToAward[]): BidToAward[] =>
  [...bids].sort(
    (a, b) =>
      Date.parse(a.submittedAt) - Date.parse(b.submittedAt) ||
      (a.bidId < b.bidId ? -1 : a.bidId > b.bidId ? 1 : 0),
  );
