import bogor from '../public/maps/kota-bogor.json' with { type: 'json' };
import { boxOf, placeStops } from './place-stops.js';

describe('where the stops of a round lie', () => {
  it('is read from corners that follow one another, ring after ring', () => {
    expect(boxOf('M10 20l5 0 0 5-5 0zM40 30l-2-4 1 1z')).toEqual({
      left: 10,
      top: 20,
      right: 40,
      bottom: 30,
    });
  });

  it('is within the kecamatan, under the numbers of the list', () => {
    const { villages, stops, frame } = placeStops(bogor, [
      '32.71.01.1002',
      null,
      '32.71.01.1001',
      '32.71.01.1002',
    ]);
    expect(villages.length).toBeGreaterThan(2);
    expect(villages.every(({ code }) => code.startsWith('32.71.01.'))).toBe(true);
    expect(stops.map(({ code, numbers }) => [code, numbers])).toEqual([
      ['32.71.01.1001', [3]],
      ['32.71.01.1002', [1, 4]],
    ]);
    for (const { x, y } of stops) {
      expect(x > frame.left && x < frame.right).toBe(true);
      expect(y > frame.top && y < frame.bottom).toBe(true);
    }
  });
});
