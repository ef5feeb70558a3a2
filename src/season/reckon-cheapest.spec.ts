import fc from 'fast-check';
import { reckonCheapest } from './reckon-cheapest.js';

const lot = { demandPacks: 30, packSizeMilli: 1000, ceilingRpPerUnit: 11_000 };
const flat = (capacityPacks: number, priceRpPerUnit: number, minimumPacks = 0) => ({
  capacityPacks,
  minimumPacks,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
});

describe('the cheapest an award can be', () => {
  it('fills the cheaper first', () => {
    expect(reckonCheapest(lot, [flat(40, 10_800), flat(20, 10_500)])).toBe(20 * 10_500 + 10 * 10_800);
  });

  it('weighs unserved packs a rupiah above the ceiling', () => {
    expect(reckonCheapest(lot, [flat(20, 10_500), flat(40, 11_500)])).toBe(20 * 10_500 + 10 * 11_001);
    expect(reckonCheapest(lot, [])).toBe(30 * 11_001);
  });

  it('buys more of the dearer to reach its tier, where that is cheaper for all', () => {
    const tiered = {
      capacityPacks: 30,
      minimumPacks: 0,
      tiers: [
        { fromPacks: 1, priceRpPerUnit: 10_900 },
        { fromPacks: 15, priceRpPerUnit: 10_100 },
      ],
    };
    expect(reckonCheapest(lot, [tiered, flat(20, 10_000)])).toBe(15 * 10_100 + 15 * 10_000);
  });

  it('cannot take less than a minimum', () => {
    expect(reckonCheapest(lot, [flat(25, 10_000), flat(30, 10_500, 10)])).toBe(20 * 10_000 + 10 * 10_500);
  });

  it('never costs more when one more bids', () => {
    const bids = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 9_000, max: 12_000 })),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(
        bids,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 9_000, max: 12_000 }),
        (some, capacity, price) => {
          const before = some.map(([packs, priceRp]) => flat(packs, priceRp));
          expect(reckonCheapest(lot, [...before, flat(capacity, price)])).toBeLessThanOrEqual(
            reckonCheapest(lot, before),
          );
        },
      ),
    );
  });
});
