/** A bid that may take part: not out of its lot, and still valid where it says until when. */
interface MayStand {
  readonly bidId: string;
  /** Civil date of its last day; null or left out: no end. */
  readonly validUntil?: string | null;
}

/**
 * The bids among which a lot is awarded, at first and anew: same sealed terms, without those that fell out and those
 * whose last day has passed.
 *
 *   bids (valid until)      | out | today  | standing
 *   a, b (27th), c (28th)   | a   | 28th   | c
 */
export const listStandingBids = <Bid extends MayStand>(
  bids: readonly Bid[],
  out: ReadonlySet<string>,
  today: string,
): Bid[] =>
  bids.filter(
    ({ bidId, validUntil = null }) => !out.has(bidId) && (validUntil === null || validUntil >= today),
  );
