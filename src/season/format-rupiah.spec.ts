import { formatPercent, formatRupiah, formatWhole } from './format-rupiah.js';

describe('numbers as Indonesians write them', () => {
  it.each([
    [0, 'Rp0'],
    [11_250, 'Rp11.250'],
    [1_250_000, 'Rp1.250.000'],
    [-500, '-Rp500'],
    [9_007_199_254_740_991, 'Rp9.007.199.254.740.991'],
  ])('writes %d rupiah as %s', (amountRp, text) => {
    expect(formatRupiah(amountRp)).toBe(text);
  });

  it('groups by thousands with a point', () => {
    expect([999, 1000, 68_000].map(formatWhole)).toEqual(['999', '1.000', '68.000']);
  });

  it('gives percent with a comma, and a dash of nothing', () => {
    expect([formatPercent(61, 1000), formatPercent(1, 1), formatPercent(0, 0)]).toEqual([
      '6,1%',
      '100,0%',
      '–',
    ]);
  });
});
