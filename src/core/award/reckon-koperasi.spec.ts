import fc from 'fast-check';
import { reckonKoperasi, type AwardToShare } from './reckon-koperasi.js';

const given = (packs: readonly number[], rest: Partial<AwardToShare> = {}): AwardToShare => ({
  poolId: 'pool',
  rule: 'proportional',
  awardedPacks: packs.reduce((sum, each) => sum + each, 0),
  costRp: 5_100_000,
  packSizeMilli: 50_000,
  referenceRpPerUnit: 1_200,
  lines: packs.map((quantityPacks, place) => ({
    lineId: `line ${place}`,
    koperasiId: 'ABC'[place % 3] ?? '',
    quantityPacks,
    minimumPacks: 0,
  })),
  ...rest,
});

describe('what each koperasi saves', () => {
  it('is the reference price of its packs less its part of the cost', () => {
    const parts = reckonKoperasi(given([60, 40]));
    const of = (koperasiId: string) => parts.find((part) => part.koperasiId === koperasiId);
    expect(of('A')).toMatchObject({ packs: 60, amountRp: 3_060_000, savedRp: 540_000 });
    expect(of('B')).toMatchObject({ packs: 40, amountRp: 2_040_000, savedRp: 360_000 });
  });

  it('counts all lines of a koperasi as one, under the first of their draws', () => {
    const parts = reckonKoperasi(given([10, 20, 30, 40]));
    expect(parts).toHaveLength(3);
    expect(parts.find(({ koperasiId }) => koperasiId === 'A')).toMatchObject({ askedPacks: 50, packs: 50 });
    expect(parts.map(({ draw }) => draw)).toEqual(parts.map(({ draw }) => draw).sort());
  });

  it('shares the whole cost, also of what nobody could use', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 9 }),
        fc.nat(120),
        fc.nat(10_000_000),
        (packs, awardedPacks, costRp) => {
          const parts = reckonKoperasi(given(packs, { awardedPacks, costRp }));
          const got = parts.reduce((sum, part) => sum + part.packs, 0);
          const paid = parts.reduce((sum, part) => sum + part.amountRp, 0);
          expect(got).toBe(
            Math.min(
              awardedPacks,
              packs.reduce((sum, each) => sum + each, 0),
            ),
          );
          if (got === awardedPacks && got > 0) expect(paid).toBe(costRp);
          else expect(paid).toBeLessThanOrEqual(costRp);
        },
      ),
    );
  });
});

describe('what each koperasi gains by selling together', () => {
  it('is its part of what the lot brings less the reference price', () => {
    const bought = reckonKoperasi(given([60, 40]));
    const sold = reckonKoperasi(given([60, 40], { side: 'sell' }));
    expect(sold.map(({ savedRp }) => savedRp)).toEqual(bought.map(({ savedRp }) => -savedRp));
  });
});
