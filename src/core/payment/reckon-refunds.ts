/** What the books and the gateway say of what went back of a payment, in rupiah. */
export interface GoneBack {
  /** The most the gateway has ever said went back in all. */
  readonly toldRp: number;
  /** Refunds by others that it names and the bank has confirmed. */
  readonly namedRp: number;
  /** Refunds of ours that are done. */
  readonly ownRp: number;
  /** Booked as made by others, named or not. */
  readonly bookedRp: number;
}

/**
 * What went back and is booked nowhere yet: somebody made it elsewhere. It rests on sums, so that a sum first and the
 * list later, or the list first, book the same.
 *
 *   told Rp75, nothing of ours           -> Rp75
 *   then a list that names one of Rp75   -> nothing more
 *   told Rp100, ours Rp60                -> Rp40
 */
export const elsewhereRp = ({ toldRp, namedRp, ownRp, bookedRp }: GoneBack): number =>
  Math.max(0, Math.max(namedRp, toldRp - ownRp) - bookedRp);

/**
 * Which of our refunds a sum without a list says are done: those asked of the gateway, in turn, as long as they fit.
 *
 *   Rp100 unexplained; ours Rp60 and Rp50 -> the first
 */
export const ownWithin = <Own extends { readonly amountRp: number }>(
  unexplainedRp: number,
  waiting: readonly Own[],
): Own[] => {
  let leftRp = unexplainedRp;
  return waiting.filter(({ amountRp }) => {
    const fits = amountRp <= leftRp;
    if (fits) leftRp -= amountRp;
    return fits;
  });
};
