import { movedTo, withLine } from './week-form.js';

const rice = { neededOn: '2026-11-23', commodityCode: 'BERAS-MEDIUM', quantityMilli: 50_000 };

describe('a week of a kitchen being written', () => {
  it('moves lines to the same weekdays of another week', () => {
    expect(movedTo('2026-W49', [rice], '2026-W48')).toEqual([{ ...rice, neededOn: '2026-11-30' }]);
    expect(movedTo('2027-W01', [{ ...rice, neededOn: '2027-01-03' }], '2026-W53')).toEqual([
      { ...rice, neededOn: '2027-01-10' },
    ]);
  });

  it('keeps one line for one thing on one day', () => {
    expect(withLine([rice], { ...rice, quantityMilli: 1_000 })).toEqual([{ ...rice, quantityMilli: 51_000 }]);
    expect(withLine([rice], { ...rice, neededOn: '2026-11-24' })).toHaveLength(2);
  });
});
