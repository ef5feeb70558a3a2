import fc from 'fast-check';
import { piecesOf, weightG } from './weigh-stops.js';

const goods = (packs: number, packSizeMilli: number, baseUnit = 'KGM') => ({
  ...{ packCode: 'P', commodityNameId: 'Beras', commodityNameEn: 'Rice' },
  ...{ packs, packSizeMilli, baseUnit },
});

describe('the load of a round', () => {
  it('weighs what is weighed, and fills a litre as a kilogram', () => {
    expect(weightG({ goods: [goods(3, 50_000), goods(2, 12_000, 'LTR'), goods(9, 1_000, 'H87')] })).toBe(
      174_000,
    );
  });

  it('lays stop after stop, as long as each weighs', () => {
    const stops = [{ goods: [goods(1, 50_000)] }, { goods: [goods(3, 50_000)] }];
    expect(piecesOf(stops, 400_000)).toEqual([
      { from: 0, length: 0.125 },
      { from: 0.125, length: 0.375 },
    ]);
    expect(piecesOf([{ goods: [] }], 0)).toEqual([{ from: 0, length: 0 }]);
  });

  it('never reaches beyond the heaviest, and leaves no gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 })), (packs) => {
        const stops = packs.map((each) => ({ goods: [goods(each, 25_000)] }));
        const mostG = stops.reduce((sum, stop) => sum + weightG(stop), 0);
        let end = 0;
        for (const { from, length } of piecesOf(stops, mostG)) {
          expect(from).toBeCloseTo(end);
          end = from + length;
        }
        expect(end).toBeCloseTo(mostG === 0 ? 0 : 1);
      }),
    );
  });
});
