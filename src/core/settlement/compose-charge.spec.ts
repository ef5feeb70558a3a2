import fc from 'fast-check';
import { composeCharge, type ChargeParts } from './compose-charge.js';

const parts = (goodsRp: number, freightRp: number, fixedRp: number, feeRp: number): ChargeParts => ({
  goodsRp,
  freightRp,
  fixedRp,
  feeRp,
});

describe('what an amount is made of', () => {
  it('is in the parts of the whole, odd rupiahs to the largest remainder', () => {
    expect(composeCharge(1_000, parts(900, 70, 0, 30))).toEqual(parts(900, 70, 0, 30));
    expect(composeCharge(101, parts(900, 70, 0, 30))).toEqual(parts(91, 7, 0, 3));
  });

  it('is goods where nothing else is said', () => {
    expect(composeCharge(101, parts(0, 0, 0, 0))).toEqual(parts(101, 0, 0, 0));
  });

  it('is all of it, to the rupiah, no part below zero', () => {
    const rupiah = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(rupiah, rupiah, rupiah, rupiah, rupiah, (amountRp, ...weights) => {
        const [goods, freight, fixed, fee] = weights;
        const made = Object.values(composeCharge(amountRp, parts(goods, freight, fixed, fee))) as number[];
        return made.reduce((sum, part) => sum + part, 0) === amountRp && Math.min(...made) >= 0;
      }),
    );
  });
});
