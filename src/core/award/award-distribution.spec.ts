import fc from 'fast-check';
import { awardDistribution, type LotToDistribute } from './award-distribution.js';

const lotOf = (asked: readonly number[], change: Partial<LotToDistribute> = {}): LotToDistribute => ({
  poolId: 'pool',
  rule: 'proportional',
  quotaPacks: 40,
  packSizeMilli: 50_000,
  priceRpPerUnit: 11_000,
  stockPacks: null,
  isSupplierActive: true,
  lines: asked.map((askedPacks, place) => ({
    lineId: `line-${place}`,
    buyerId: `buyer-${place}`,
    askedPacks,
    minimumPacks: 0,
  })),
  ...change,
});

describe('awarding a distributed lot', () => {
  it.each<[string, LotToDistribute, number]>([
    ['all that is asked', lotOf([20, 10]), 30],
    ['the quota of who asks more', lotOf([60, 30, 10]), 80],
    ['the stock where it is less', lotOf([60, 30, 10], { stockPacks: 50 }), 50],
  ])('awards %s at the fixed price', (_, lot, packs) => {
    expect(awardDistribution(lot)).toEqual({ kind: 'awarded', packs, amountRp: packs * 550_000 });
  });

  it('fails with a reason when the supplier is suspended or no line can be served', () => {
    expect(awardDistribution(lotOf([20], { isSupplierActive: false }))).toEqual({
      kind: 'failed',
      reason: 'SUPPLIER_SUSPENDED',
    });
    const needy = [{ lineId: 'a', buyerId: 'A', askedPacks: 60, minimumPacks: 50 }];
    expect(awardDistribution(lotOf([], { lines: needy }))).toEqual({
      kind: 'failed',
      reason: 'NO_LINE_COULD_USE_IT',
    });
  });

  it('never awards more than the stock, the quotas or what is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 }),
        fc.option(fc.integer({ min: 1, max: 500 })),
        (asked, stockPacks) => {
          const within = asked.reduce((sum, packs) => sum + Math.min(packs, 40), 0);
          expect(awardDistribution(lotOf(asked, { stockPacks }))).toMatchObject({
            packs: Math.min(within, stockPacks ?? within),
          });
        },
      ),
    );
  });
});
