import * as fc from 'fast-check';
import { depositOf } from '../../../src/core/pool/deposit/reckon-deposit.js';
import { amountAtMostRp as serverAmountRp } from '../../../src/core/quote/quote-line.js';
import { amountAtMostRp, costOf, depositRp } from './order-cost.js';
import type { OrderRow } from './order-form.js';

const row = (quantityPacks: number, tolerancePacks: number, limitRp: number | null) =>
  ({ item: { packSizeMilli: 50_000 }, wish: { quantityPacks, tolerancePacks, limitRp } }) as OrderRow;
const steps = [
  { fromPacks: 1, worstRpPerUnit: 12_200 },
  { fromPacks: 40, worstRpPerUnit: 11_700 },
];

it('reckons as the server does, to the rupiah', () => {
  const packs = fc.integer({ min: 1, max: 1_000_000 });
  const size = fc.integer({ min: 1, max: 100_000 });
  const price = fc.integer({ min: 1, max: 90_000 });
  fc.assert(
    fc.property(packs, size, price, (...line) => {
      expect(amountAtMostRp(...line)).toBe(serverAmountRp(...line));
    }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      (rp, bps) => {
        expect(depositRp(rp, bps)).toBe(depositOf(rp, bps));
      },
    ),
  );
});

it('is the step that the packs reach, or the limit of one’s own', () => {
  expect(costOf(row(40, 5, null), steps)).toEqual({ worstRpPerUnit: 11_700, worstAmountRp: 26_325_000 });
  expect(costOf(row(20, 0, null), steps)?.worstRpPerUnit).toBe(12_200);
  expect(costOf(row(20, 0, 11_000), steps)?.worstRpPerUnit).toBe(11_000);
  expect(costOf(row(0, 0, null), steps)).toBeNull();
  expect(costOf(row(1, 0, null), undefined)).toBeNull();
});
