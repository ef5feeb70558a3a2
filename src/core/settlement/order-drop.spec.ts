import fc from 'fast-check';
import type { PricedLine } from './bill-drop.js';
import { orderDrop } from './order-drop.js';

const line = (change: Partial<PricedLine> = {}): PricedLine => ({
  lineId: 'line',
  lotId: 'rice',
  packSizeMilli: 50_000,
  packs: 20,
  chargeRp: 10_600_000,
  billRp: 10_500_000,
  priceRpPerUnit: 10_600,
  beforePacks: 0,
  shippedPacks: 20,
  ...change,
});

describe('a purchase order', () => {
  it('asks for what its buyer pays its seller: the charge, or what the organiser is billed', () => {
    expect(orderDrop([line()], 'direct')).toEqual([
      { lotId: 'rice', packs: 20, packSizeMilli: 50_000, amountRp: 10_600_000, priceRpPerUnit: 10_600 },
    ]);
    expect(orderDrop([line()], 'secondary')).toMatchObject([
      { amountRp: 10_500_000, priceRpPerUnit: 10_500 },
    ]);
  });

  it('has one line per lot, whoever eats of it', () => {
    const lines = [line(), line({ lineId: 'kitchen' }), line({ lineId: 'sugar', lotId: 'gula' })];
    expect(orderDrop(lines, 'direct').map(({ lotId, packs }) => [lotId, packs])).toEqual([
      ['gula', 20],
      ['rice', 40],
    ]);
  });

  it('asks on all visits together for what the line comes to, to the rupiah', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 1e12 }),
        (visits, chargeRp) => {
          const packs = visits.reduce((sum, visit) => sum + visit, 0);
          let beforePacks = 0;
          let orderedRp = 0;
          for (const shippedPacks of visits) {
            const [ordered] = orderDrop([line({ packs, chargeRp, beforePacks, shippedPacks })], 'direct');
            orderedRp += ordered?.amountRp ?? 0;
            beforePacks += shippedPacks;
          }
          expect(orderedRp).toBe(chargeRp);
        },
      ),
    );
  });
});
