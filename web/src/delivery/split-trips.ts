import type { View } from '../api/api.js';
import { weightG } from './weigh-stops.js';

/**
 * A round's stops as trips of a truck that carries so much, in their order: a stop that does not fit any more begins the
 * next. One that is heavier than the truck is a trip by itself, which says that it must be divided.
 *
 *   truck 4 t | stops 3 t, 2 t, 2 t, 5 t | trips 3, 2 + 2, 5
 */
export const splitTrips = <Stop extends Pick<View<'DropView'>, 'goods'>>(
  stops: readonly Stop[],
  truckG: number,
): readonly (readonly Stop[])[] => {
  const trips: Stop[][] = [];
  let loadG = 0;
  for (const stop of stops) {
    const ownG = weightG(stop);
    const trip = trips.at(-1);
    if (trip === undefined || loadG + ownG > truckG) {
      trips.push([stop]);
      loadG = ownG;
    } else {
      trip.push(stop);
      loadG += ownG;
    }
  }
  return trips;
};
