import type { AwardProblem, ProblemBid } from '../../src/core/award/joint/award-problem.js';
import {
  PLAIN_BID,
  PLAIN_LOT,
  PLAIN_PROBLEM,
  PLAIN_SUPPLIER,
} from '../../src/core/award/joint/plain-terms.js';

/** Park and Miller's generator: the same numbers in [0, 1) on every machine. */
const draws = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

interface Size {
  readonly lots: number;
  readonly suppliers: number;
  readonly tiers: number;
  readonly zones: number;
}

/**
 * A drawn problem of the kind of test/fixtures/instances/award: each supplier bids on most lots, for 30 to
 * 100 % of the demand, at prices that fall by one or two per cent a tier, with a fixed charge, a capacity
 * and a minimum order over all lots. With one lot, zones have surcharges.
 */
export const drawAward = ({ lots, suppliers, tiers, zones }: Size, seed: number): AwardProblem => {
  const draw = draws(seed);
  const between = (from: number, to: number): number => Math.floor(from + draw() * (to - from + 1));
  const zoneIds = Array.from({ length: zones }, (_, zone) => `z${zone}`);
  const drawn = Array.from({ length: lots }, (_, lot) => ({
    lotId: `lot${lot}`,
    price: between(10_000, 50_000),
    demands: zoneIds.map((zoneId) => ({ zoneId, packs: Math.ceil(between(1_000, 5_000) / zones) })),
  }));
  const demandOf = (lot: number): number =>
    (drawn[lot]?.demands ?? []).reduce((sum, { packs }) => sum + packs, 0);
  const total = drawn.reduce((sum, _, lot) => sum + demandOf(lot), 0);
  const bids = Array.from({ length: suppliers }, (_, supplier) =>
    drawn.flatMap(({ lotId, price }, lot): ProblemBid[] => {
      if (lots > 1 && draw() > 0.62) return [];
      const demand = demandOf(lot);
      const capacityPacks = Math.max(tiers * 10, Math.floor(demand * (0.3 + 0.7 * draw())));
      const minimumPacks = Math.ceil(capacityPacks * 0.1 * draw()) + 1;
      const own = price * (0.9 + 0.2 * draw());
      const surcharges = zoneIds.map((zoneId) => [zoneId, zones > 1 ? between(0, 2_000) : 0] as const);
      return [
        {
          ...PLAIN_BID,
          bidId: `${lotId}-s${supplier}`,
          supplierId: `s${supplier}`,
          lotId,
          submittedAt: '2026-11-12T02:00:00Z',
          capacityPacks,
          minimumPacks,
          tiers: Array.from({ length: tiers }, (__, tier) => ({
            fromPacks: minimumPacks + Math.floor(((capacityPacks - minimumPacks) * tier) / tiers) + tier,
            priceRpPerUnit: Math.round(own * (1 - tier * (0.01 + 0.01 * draw()))),
          })),
          surchargeRpPerUnit: Object.fromEntries(surcharges),
        },
      ];
    }),
  ).flat();
  return {
    ...PLAIN_PROBLEM,
    lots: drawn.map(({ lotId, demands }) => ({
      ...PLAIN_LOT,
      lotId,
      packSizeMilli: 1_000,
      limitRpPerUnit: 499_999,
      demands,
    })),
    suppliers: Array.from({ length: suppliers }, (_, supplier) => ({
      ...PLAIN_SUPPLIER,
      supplierId: `s${supplier}`,
      fixedChargeRp: between(200_000, 1_700_000),
      capacityMilli: Math.floor(
        (total * 1_000 * (0.5 + 2 * draw())) / (lots > 1 ? Math.min(suppliers, 6) : 1),
      ),
      minimumOrderRp: between(1_000_000, 6_000_000),
    })),
    bids,
  };
};
