import { groupBy } from '../joint/group-by.js';
import type { AwardProblem } from '../joint/award-problem.js';
import type { ServedLine } from './share-landed.js';

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * The problem with the demands of these lines: by zone, and by buyer where a bid limits packs per buyer.
 * Zones and buyers stand in an order of their own, so that the same demands are the same text.
 */
export const stateDemands = (problem: AwardProblem, served: readonly ServedLine[]): AwardProblem => {
  const ofLot = groupBy(served, ({ line }) => line.lotId);
  const limited = new Set(
    problem.bids.filter(({ maxPerBuyerPacks }) => maxPerBuyerPacks !== null).map(({ lotId }) => lotId),
  );
  return {
    ...problem,
    lots: problem.lots.map((lot) => {
      const zones = [...groupBy(ofLot.get(lot.lotId) ?? [], ({ line }) => line.zoneId)];
      const demands = zones
        .sort(([one], [other]) => byText(one, other))
        .map(([zoneId, own]) => {
          const packs = own.reduce((sum, each) => sum + each.packs, 0);
          if (!limited.has(lot.lotId)) return { zoneId, packs };
          const buyers = [...groupBy(own, ({ line }) => line.buyerId).values()]
            .map((lines) => lines.reduce((sum, each) => sum + each.packs, 0))
            .filter((packs) => packs > 0)
            .sort((one, other) => other - one);
          return { zoneId, packs, buyers };
        })
        .filter(({ packs }) => packs > 0);
      return { ...lot, demands };
    }),
  };
};
