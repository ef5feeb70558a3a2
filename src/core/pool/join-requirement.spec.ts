import fc from 'fast-check';
import { joinRequirement } from './join-requirement.js';

const pool = {
  side: 'buy',
  purpose: 'ordinary',
  neededFrom: '2026-11-30',
  neededUntil: '2026-12-04',
  items: [
    { itemId: 'rice-50', commodityCode: 'BERAS', packSizeMilli: 50_000 },
    { itemId: 'rice-25', commodityCode: 'BERAS', packSizeMilli: 25_000 },
    { itemId: 'oil', commodityCode: 'MINYAK', packSizeMilli: 12_000 },
  ],
};
const need = (commodityCode: string, quantityMilli: number, neededOn = '2026-12-01') => ({
  requirementLineId: `${commodityCode} ${neededOn}`,
  neededOn,
  commodityCode,
  quantityMilli,
});

describe('joining a requirement', () => {
  it('takes the pack that leaves least over, then the larger', () => {
    expect(
      joinRequirement(pool, [need('BERAS', 177_000), need('BERAS', 60_000), need('MINYAK', 12_001)]),
    ).toEqual([
      { requirementLineId: 'BERAS 2026-12-01', itemId: 'rice-50', neededBy: '2026-12-01', quantityPacks: 4 },
      { requirementLineId: 'BERAS 2026-12-01', itemId: 'rice-25', neededBy: '2026-12-01', quantityPacks: 3 },
      { requirementLineId: 'MINYAK 2026-12-01', itemId: 'oil', neededBy: '2026-12-01', quantityPacks: 2 },
    ]);
  });

  it('leaves what the pool does not carry or not in time', () => {
    expect(
      joinRequirement(pool, [
        need('TELUR', 1),
        need('BERAS', 1, '2026-12-05'),
        need('BERAS', 1, '2026-11-29'),
      ]),
    ).toEqual([]);
  });

  it('leaves a practice pool to those who practise', () => {
    expect(joinRequirement({ ...pool, purpose: 'practice' }, [need('BERAS', 1)])).toEqual([]);
    expect(joinRequirement({ ...pool, side: 'sell' }, [need('BERAS', 1)])).toEqual([]);
  });

  it('always brings at least what is needed, by less than a pack too much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (quantity) => {
        const [joined] = joinRequirement(pool, [need('BERAS', quantity)]);
        const size = joined?.itemId === 'rice-50' ? 50_000 : 25_000;
        const brought = (joined?.quantityPacks ?? 0) * size;
        expect(brought >= quantity && brought - quantity < size).toBe(true);
      }),
    );
  });
});
