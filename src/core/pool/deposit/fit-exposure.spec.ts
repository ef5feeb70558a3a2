import fc from 'fast-check';
import { addedWorstRp, fitExposure } from './fit-exposure.js';
import { requireExposure } from './require-exposure.js';

const item = { packSizeMilli: 1_000, steps: [{ fromPacks: 1, worstRpPerUnit: 120 }] };
const terms = (quantityPacks: number, tolerancePacks = 0) => ({
  ...{ quantityPacks, tolerancePacks, maxLandedRp: null },
});

describe('a line that arrives at a limit', () => {
  it('comes if what it adds fits, to the rupiah', () => {
    const exposure = { limitRp: 10_000, usedRp: 4_000 };
    expect(fitExposure(exposure, { item, terms: terms(50) })).toEqual({ limitRp: 10_000, usedRp: 10_000 });
    expect(fitExposure(exposure, { item, terms: terms(50, 1) })).toBeUndefined();
  });

  it('adds to a line that stands only what the two cost more than that one', () => {
    const falling = { ...item, steps: [...item.steps, { fromPacks: 10, worstRpPerUnit: 110 }] };
    expect(addedWorstRp({ item: falling, terms: terms(10), standing: terms(9) })).toBe(10 * 110 - 9 * 120);
  });

  it('comes also above a limit when it adds nothing', () => {
    const falling = { ...item, steps: [...item.steps, { fromPacks: 10, worstRpPerUnit: 100 }] };
    const exposure = { limitRp: 1, usedRp: 9 * 120 };
    expect(fitExposure(exposure, { item: falling, terms: terms(10), standing: terms(9) })?.usedRp).toBe(
      1_000,
    );
  });

  it('is judged as what is ordered by hand', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    const packs = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(amount, amount, packs, packs, (limitRp, usedRp, quantityPacks, tolerancePacks) => {
        const line = terms(quantityPacks, tolerancePacks);
        const byHand = (): void => {
          requireExposure({ limitRp, usedRp }, [{ ...line, ...item }], () => '');
        };
        if (fitExposure({ limitRp, usedRp }, { item, terms: line }) === undefined)
          expect(byHand).toThrow('EXPOSURE_ABOVE_LIMIT');
        else expect(byHand).not.toThrow();
      }),
    );
  });
});
