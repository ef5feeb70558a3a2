import { marketGoods, monthIndex, monthOf, seriesOf, yearlyChange } from './market-goods.js';

describe('market prices', () => {
  it('knows a series of every goods that is followed', () => {
    for (const goods of marketGoods)
      expect(seriesOf(goods).map(({ place }) => place)).toContain('Jawa Barat');
  });

  it('counts months there and back', () => {
    expect(monthIndex('2026-01')).toBe(24_312);
    for (const month of ['2018-12', '2022-01', '2026-11']) expect(monthOf(monthIndex(month))).toBe(month);
  });

  it('sets a month against the same month a year before', () => {
    const year = Array.from({ length: 13 }, (_, at) => [at, 10_000 + at * 100] as const);
    expect(yearlyChange(year)).toBeCloseTo(0.12);
    expect(yearlyChange(year.slice(1))).toBeNull();
    expect(yearlyChange([])).toBeNull();
  });
});
