import fc from 'fast-check';
import { splitTrips } from './split-trips.js';
import { weightG } from './weigh-stops.js';

const stop = (kilograms: number) => ({
  goods: [
    {
      ...{ packCode: 'P', commodityNameId: 'Beras', commodityNameEn: 'Rice' },
      ...{ packs: kilograms, packSizeMilli: 1_000, baseUnit: 'KGM' },
    },
  ],
});
const TRUCK_G = 4_000_000;
const loadG = (stops: readonly ReturnType<typeof stop>[]): number =>
  stops.reduce((sum, one) => sum + weightG(one), 0);

describe('the trips of a round', () => {
  it('are as many as the truck needs, and say of a stop that is too heavy that it is one by itself', () => {
    const trips = splitTrips([3_000, 2_000, 2_000, 5_000].map(stop), TRUCK_G);
    expect(trips.map((trip) => loadG(trip) / 1_000)).toEqual([3_000, 4_000, 5_000]);
    expect(splitTrips([], TRUCK_G)).toEqual([]);
  });

  it('leave out no stop, keep their order, and load no truck above what it carries', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6_000 })), (weights) => {
        const stops = weights.map(stop);
        const trips = splitTrips(stops, TRUCK_G);
        expect(trips.flat()).toEqual(stops);
        for (const trip of trips) expect(trip.length === 1 || loadG(trip) <= TRUCK_G).toBe(true);
      }),
    );
  });
});
