import { SHADES, shade } from './map-classes.js';

describe('shade', () => {
  it('ranks values into as many shades as there are', () => {
    const { shadeOf, ranges } = shade([50, 10, 30, 20, 40]);
    expect([10, 20, 30, 40, 50].map(shadeOf)).toEqual([1, 2, 3, 4, 5]);
    expect(ranges).toHaveLength(SHADES);
  });

  it('gives equal values one shade, and nothing none', () => {
    const { shadeOf, ranges } = shade([10, 10, 0]);
    expect([10, 0, 7].map(shadeOf)).toEqual([3, 0, 0]);
    expect(ranges).toEqual([[3, 10, 10]]);
  });

  it('covers every value by its range', () => {
    const values = Array.from({ length: 68 }, (_, at) => (at * 37) % 101);
    const { shadeOf, ranges } = shade(values);
    for (const value of values.filter((one) => one > 0)) {
      const range = ranges.find(([of]) => of === shadeOf(value));
      expect(range !== undefined && range[1] <= value && value <= range[2]).toBe(true);
    }
  });
});
