import fc from 'fast-check';
import { meanPriceRp, priceVolume } from './price-volume.js';

const tiers = [
  { fromPacks: 1, priceRpPerUnit: 100 },
  { fromPacks: 10, priceRpPerUnit: 90 },
];

describe('pricing a volume', () => {
  it.each([
    ['all-units', 12, 1_080n, 90],
    ['incremental', 12, 1_170n, 98],
    ['all-units', 9, 900n, 100],
    ['incremental', 9, 900n, 100],
  ] as const)('%s of %i packs', (tierKind, packs, cost, mean) => {
    expect(priceVolume({ tierKind, tiers }, packs)).toBe(cost);
    expect(meanPriceRp({ tierKind, tiers }, packs)).toBe(mean);
  });

  it('knows no price below the first tier, nor for nothing', () => {
    expect(
      priceVolume({ tierKind: 'all-units', tiers: [{ fromPacks: 5, priceRpPerUnit: 1 }] }, 4),
    ).toBeNull();
    expect(priceVolume({ tierKind: 'incremental', tiers }, 0)).toBeNull();
  });

  it('counts incremental packs one by one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 60 }),
        (starts, drops, packs) => {
          let price = 200;
          const rising = [1, ...starts.sort((a, b) => a - b)].map((fromPacks, place) => {
            price -= drops[place] ?? 0;
            return { fromPacks, priceRpPerUnit: price };
          });
          let sum = 0;
          for (let pack = 1; pack <= packs; pack += 1)
            sum += rising.filter(({ fromPacks }) => fromPacks <= pack).at(-1)?.priceRpPerUnit ?? 0;
          expect(priceVolume({ tierKind: 'incremental', tiers: rising }, packs)).toBe(BigInt(sum));
        },
      ),
    );
  });
});
