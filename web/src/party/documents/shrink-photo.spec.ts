import { fitted } from './shrink-photo.js';

describe('a photograph', () => {
  it.each([
    [4000, 3000, 2200, 1650],
    [3000, 4000, 1650, 2200],
    [800, 600, 800, 600],
    [10_000, 1, 2200, 1],
  ])('of %d x %d is sent as %d x %d', (width, height, toWidth, toHeight) => {
    expect(fitted(width, height)).toEqual({ width: toWidth, height: toHeight });
  });
});
