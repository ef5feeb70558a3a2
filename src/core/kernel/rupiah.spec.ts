import { rupiah } from './rupiah.js';

describe('rupiah', () => {
  it.each([
    [0, 'Rp0'],
    [999, 'Rp999'],
    [1_250_000, 'Rp1.250.000'],
    [-11_000_000, '-Rp11.000.000'],
    [9_007_199_254_740_991, 'Rp9.007.199.254.740.991'],
  ])('shows %d as %s', (amountRp, shown) => {
    expect(rupiah(amountRp)).toBe(shown);
  });
});
