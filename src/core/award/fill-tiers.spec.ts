import fc from 'fast-check';
import type { TierChoice } from './cost-plan.js';
import { ChoicesDoNotFit, fillTiers } from './fill-tiers.js';

const choice = (rank: number, fromPacks: number, toPacks: number, priceRpPerUnit: number): TierChoice => {
  const tier = { tier: 0, fromPacks, toPacks, priceRpPerUnit };
  const bid = {
    bidId: `b${rank}`,
    supplierId: 's',
    submittedAt: '2026-11-12T02:00:00Z',
    capacityPacks: toPacks,
    minimumPacks: 0,
    leadTimeDays: 1,
    tiers: [],
  };
  return { bid: { bid, rank, tiers: [tier] }, tier };
};

const packs = (demand: number, choices: TierChoice[]): number[] =>
  fillTiers(demand, choices).picks.map((pick) => pick.packs);

describe('filling chosen tiers', () => {
  it('gives each its least, then the cheapest all it can', () => {
    expect(packs(30, [choice(0, 1, 25, 10_800), choice(1, 20, 24, 10_500)])).toEqual([6, 24]);
  });

  it('prefers the earlier bid at equal prices', () => {
    expect(packs(30, [choice(1, 1, 25, 10_500), choice(0, 1, 25, 10_500)])).toEqual([25, 5]);
  });

  it('leaves unserved what nobody can deliver', () => {
    expect(fillTiers(30, [choice(0, 1, 10, 1), choice(1, 5, 10, 2)]).unservedPacks).toBe(10);
    expect(fillTiers(30, [])).toEqual({ picks: [], unservedPacks: 30 });
  });

  it('refuses choices that cannot all hold', () => {
    expect(() => fillTiers(10, [choice(0, 6, 10, 1), choice(1, 5, 10, 1)])).toThrow(ChoicesDoNotFit);
    const twice = choice(0, 1, 5, 1);
    expect(() => fillTiers(10, [twice, twice])).toThrow(ChoicesDoNotFit);
  });

  it('conserves the demand and gives nobody more than the tier holds', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(20), fc.nat(9)), { maxLength: 6 });
    fc.assert(
      fc.property(spans, fc.nat(100), (given, extra) => {
        const choices = given.map(([from, width, price], rank) => choice(rank, from, from + width, price));
        const demand = given.reduce((sum, [from]) => sum + from, extra);
        const plan = fillTiers(demand, choices);
        expect(plan.picks.reduce((sum, pick) => sum + pick.packs, plan.unservedPacks)).toBe(demand);
        for (const pick of plan.picks) {
          expect(pick.packs).toBeGreaterThanOrEqual(pick.tier.fromPacks);
          expect(pick.packs).toBeLessThanOrEqual(pick.tier.toPacks);
        }
      }),
    );
  });
});
