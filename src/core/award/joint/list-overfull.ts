import { packsTaken, type BuyerGroup } from './group-buyers.js';

/** Packs that a bid brings to a zone whose buyers may each get only so many of them. */
export interface LimitedPacks {
  readonly packs: number;
  readonly maxPerBuyerPacks: number;
}

/** Bids that together bring a zone more than its buyers may take of them. */
export interface Overfull<Part> {
  readonly parts: readonly Part[];
  readonly mostPacks: number;
}

/** Packs closer to a limit than this are the solver's arithmetic. */
const DUST = 1e-6;

/**
 * Where packs cannot be shared among a zone's buyers because of limits per buyer: sets of bids that bring
 * more than the buyers may take of them. None means that a sharing exists, in whole packs if the packs are
 * whole: it is a flow from bids to buyers, and by max-flow min-cut a set of bids is what stops one. Bids
 * without a limit stop none beyond the zone's demand.
 *
 * A set whose limits add up to M can bring the sum of min(demand, M) over the buyers. That sum is the least
 * over all sizes t of "what buyers up to t ask + M for each larger buyer", so the worst set for t is known
 * at once: the bids that bring more than their own limit times the larger buyers. As many sizes as there
 * are distinct demands, so 80,000 buyers cost no more than their few sizes.
 *
 *   10 buyers of 1 and 1 of 10; A and B bring 8 each, at most 2 per buyer -> A and B bring 16, 10 + 4 can be taken
 *
 * Method: Gale, Pacific J. Math. 7 (1957); the closed form because buyers of a cut are those above one size.
 */
export const listOverfull = <Part extends LimitedPacks>(
  groups: readonly BuyerGroup[],
  parts: readonly Part[],
): Overfull<Part>[] => {
  const found = new Map<string, Overfull<Part>>();
  let asked = 0;
  let larger = groups.reduce((sum, { buyers }) => sum + buyers, 0);
  for (const { packs, buyers } of [{ packs: 0, buyers: 0 }, ...groups]) {
    asked += packs * buyers;
    larger -= buyers;
    const count = larger;
    const over = parts.filter((part) => part.packs > part.maxPerBuyerPacks * count);
    const excess = over.reduce((sum, part) => sum + part.packs - part.maxPerBuyerPacks * count, -asked);
    if (excess <= DUST) continue;
    const key = over.map((part) => parts.indexOf(part)).join();
    const limits = over.reduce((sum, { maxPerBuyerPacks }) => sum + maxPerBuyerPacks, 0);
    found.set(key, { parts: over, mostPacks: packsTaken(groups, limits) });
  }
  return [...found.values()];
};
