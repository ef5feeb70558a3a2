import type { AdmittedBid } from './admit-bids.js';
import type { Plan } from './cost-plan.js';
import type { LotToAward } from './lot-to-award.js';
import { planAlone } from './plan-alone.js';

const lowestPrice = ({ tiers }: AdmittedBid): number =>
  Math.min(...tiers.map(({ priceRpPerUnit }) => priceRpPerUnit));

/**
 * The short way: the optimal plan where it can be seen without search, else null. It is seen when
 * - nobody is admitted: all is unserved;
 * - one bid is admitted: its own best;
 * - the earliest of the bids that ask the lowest price of all can serve the whole demand at that price:
 *   no pack can cost less, and no earlier bid asks as little.
 *
 *   demand 30 | A 1-40 at Rp10,500 | B 1-40 at Rp10,800 -> A 30
 *   demand 30 | A 1-20 at Rp10,500 | B 1-40 at Rp10,800 -> null: a split must be searched
 */
export const awardDirectly = (lot: LotToAward, admitted: readonly AdmittedBid[]): Plan | null => {
  const [first, ...others] = admitted;
  if (!first) return { picks: [], unservedPacks: lot.demandPacks };
  if (others.length === 0) return planAlone(lot, first);
  const lowest = Math.min(...admitted.map(lowestPrice));
  const earliest = admitted.find((bid) => lowestPrice(bid) === lowest);
  const tier = earliest?.tiers.find(
    ({ priceRpPerUnit, toPacks }) => priceRpPerUnit === lowest && toPacks === lot.demandPacks,
  );
  return earliest && tier
    ? { picks: [{ bid: earliest, tier, packs: lot.demandPacks }], unservedPacks: 0 }
    : null;
};
