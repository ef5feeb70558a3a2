import fc from 'fast-check';
import type { LotToPrice } from './lot-to-price.js';
import { priceLines } from './price-lines.js';

const lot = (change: Partial<LotToPrice> = {}): LotToPrice => ({
  poolId: 'pool',
  packSizeMilli: 1_000,
  pricing: { kind: 'uniform', feeRpPerUnit: 3 },
  awards: [
    { supplierId: 'near', zoneId: null, packs: 5, amountRp: 500 },
    { supplierId: 'far', zoneId: null, packs: 5, amountRp: 550, freightRp: 100 },
  ],
  fixed: [{ supplierId: 'near', amountRp: 20 }],
  parts: [
    { lineId: 'a', supplierId: 'near', zoneId: 'z', packs: 5, maxLandedRp: null },
    { lineId: 'b', supplierId: 'far', zoneId: 'z', packs: 5, maxLandedRp: null },
  ],
  ...change,
});

describe('what a charge is made of', () => {
  it('is the same for all who pay one price: goods, a share of freight and fixed charges, the fee', () => {
    expect(priceLines(lot()).map(({ chargeRp, parts }) => [chargeRp, parts])).toEqual([
      [550, { goodsRp: 475, freightRp: 50, fixedRp: 10, feeRp: 15 }],
      [550, { goodsRp: 475, freightRp: 50, fixedRp: 10, feeRp: 15 }],
    ]);
  });

  it('is of its own zone where each has its price', () => {
    const parts = lot().parts.map((part, at) => ({ ...part, zoneId: at === 0 ? 'near' : 'far' }));
    const priced = priceLines(lot({ parts, pricing: { kind: 'per-zone', feeRpPerUnit: 3 } }));
    expect(Object.fromEntries(priced.map(({ lineId, parts: made }) => [lineId, made]))).toEqual({
      a: { goodsRp: 500, freightRp: 0, fixedRp: 20, feeRp: 15 },
      b: { goodsRp: 450, freightRp: 100, fixedRp: 0, feeRp: 15 },
    });
  });

  it('adds up to the charge, to the rupiah, under any limit', () => {
    const rupiah = fc.integer({ min: 0, max: 1e9 });
    const part = fc.record({
      packs: fc.integer({ min: 1, max: 90 }),
      limitRp: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        rupiah,
        rupiah,
        rupiah,
        (lines, goodsRp, freightRp, fixedRp) => {
          const packs = lines.reduce((sum, line) => sum + line.packs, 0);
          const priced = priceLines(
            lot({
              awards: [{ supplierId: 's', zoneId: null, packs, amountRp: goodsRp + freightRp, freightRp }],
              fixed: [{ supplierId: 's', amountRp: fixedRp }],
              parts: lines.map((line, at) => ({
                ...{ lineId: `line-${at}`, supplierId: 's', zoneId: 'z' },
                ...{ packs: line.packs, maxLandedRp: line.limitRp },
              })),
            }),
          );
          return priced.every(
            ({ chargeRp, parts }) =>
              parts.goodsRp + parts.freightRp + parts.fixedRp + parts.feeRp === chargeRp,
          );
        },
      ),
    );
  });
});
