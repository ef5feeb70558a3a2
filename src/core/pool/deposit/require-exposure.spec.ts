import fc from 'fast-check';
import { fittingPacks, requireExposure, worstAmountRp, type ExposedLine } from './require-exposure.js';

const sacks = (quantityPacks: number, change: Partial<ExposedLine> = {}): ExposedLine => ({
  quantityPacks,
  tolerancePacks: 0,
  maxLandedRp: null,
  packSizeMilli: 50_000,
  steps: [{ fromPacks: 1, worstRpPerUnit: 12_000 }],
  ...change,
});
const at = (place: number): string => `lines.${place}.`;

describe('exposure', () => {
  const limit = { limitRp: 10_000_000, usedRp: 4_000_000 };

  it('takes what fits and names what of the rest would', () => {
    expect(() => {
      requireExposure(limit, [sacks(10)], at);
    }).not.toThrow();
    let refused: { code: string; message: string; errors: { field: string }[] } | undefined;
    try {
      requireExposure(limit, [sacks(8), sacks(3)], at);
    } catch (error) {
      refused = error as never;
    }
    expect(refused?.code).toBe('EXPOSURE_ABOVE_LIMIT');
    expect(refused?.message).toContain(
      'Rp8,800,000 is used, Rp1,200,000 is left. Of this line 2 packs would fit',
    );
    expect(refused?.errors[0]?.field).toBe('lines.1.quantityPacks');
  });

  it('that is used up lets nothing fit', () => {
    expect(() => {
      requireExposure({ limitRp: 0, usedRp: 5 }, [sacks(1)], at);
    }).toThrow('Rp0 is left. Of this line 0 packs');
  });

  it('says the most packs that fit, at the worst price of just so many', () => {
    const steps = [
      { fromPacks: 1, worstRpPerUnit: 120 },
      { fromPacks: 9, worstRpPerUnit: 110 },
    ];
    expect(fittingPacks(sacks(20, { steps, packSizeMilli: 1_000 }), 1_000)).toBe(9);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 5 }),
        fc.uniqueArray(fc.integer({ min: 2, max: 50 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 20_000 }),
        (packs, tolerancePacks, starts, leftRp) => {
          const many = [1, ...starts.sort((a, b) => a - b)].map((fromPacks, place) => ({
            fromPacks,
            worstRpPerUnit: 300 - place * 60,
          }));
          const line = sacks(packs, { steps: many, packSizeMilli: 1_000, tolerancePacks });
          const all = Array.from({ length: packs }, (_, place) => place + 1);
          const fitting = all.filter((n) => worstAmountRp({ ...line, quantityPacks: n }) <= leftRp);
          expect(fittingPacks(line, leftRp)).toBe(Math.max(0, ...fitting));
        },
      ),
    );
  });
});
