import { draw } from './draw.js';

describe('draw', () => {
  it('is the SHA-256 that anyone can recompute', () => {
    expect(draw('pool', 'line')).toBe('89f533ab6eb6298f6e4d648ab4117b5703711a6183230b857a7e8a194228198d');
  });
});
