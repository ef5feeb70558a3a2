import { listResponders, type Responder } from './list-responders.js';
import { leastMilliRp, penaltyMilliRp, type Admitted, type Place } from './offer.js';

/** Prices of places, what they prove, and which suppliers they make worthwhile. */
export interface Priced {
  /** No award weighs less, milli-rupiah; less is better on both sides. */
  readonly boundMilliRp: bigint;
  /** By supplier id: in how many of the last rounds it was worth using, 0 to 1. */
  readonly worth: ReadonlyMap<string, number>;
}

const ROUNDS = 600;
/** Rounds whose answers say which suppliers are worthwhile. */
const COUNTED = 200;
/** Rounds without a better bound after which steps are halved. */
const PATIENCE = 20;

const penalties = (places: readonly Place[], floors: Float64Array): Float64Array =>
  Float64Array.from(places, (place, position) =>
    place.lot.unserved === 'forbidden' ? Infinity : penaltyMilliRp(place) - (floors[position] ?? 0),
  );

/** Below 0, where the sell side's weights lie, twice the least weight of each place: above it all are positive. */
const listFloors = ({ places, offers }: Admitted): Float64Array => {
  const least = new Map(places.map((place) => [place, Math.min(0, penaltyMilliRp(place))]));
  for (const offer of offers)
    for (const reach of offer.reaches)
      least.set(reach.place, Math.min(least.get(reach.place) ?? 0, leastMilliRp(offer, reach)));
  return Float64Array.from(places, (place) => 2 * (least.get(place) ?? 0));
};

/** Two cheapest costs of each place: between them a first price is taken. */
const firstPrices = (responders: readonly Responder[], caps: Float64Array): Float64Array => {
  const least = new Float64Array(caps.length).fill(Infinity);
  const second = new Float64Array(caps.length).fill(Infinity);
  for (const { places, costs } of responders)
    places.forEach((place, at) => {
      const cost = costs[at] ?? Infinity;
      if (cost < (least[place] ?? 0)) {
        second[place] = least[place] ?? Infinity;
        least[place] = cost;
      } else if (cost < (second[place] ?? 0)) second[place] = cost;
    });
  // Nobody reaches a place: its penalty, or any price, for then there is no award.
  return second.map((dearer, place) => {
    const cost = Number.isFinite(dearer) ? dearer : (least[place] ?? 0);
    const price = Math.min(cost, caps[place] ?? 0);
    return Number.isFinite(price) ? price : 0;
  });
};

/**
 * A bound without a solver, for problems too large for one: each place is given a price per pack, every
 * supplier answers with what it would gladly deliver at those prices, and prices rise where too little
 * comes and fall where too much does. Whatever the prices, what they add up to with the suppliers' gains
 * is a lower bound on every award; minimums and tier starts are left out of it, which only lowers it.
 * Yields between slices of work, so that the thread that runs it stays free.
 *
 *   one place of 10 packs, A at 3 with fixed 50, price 8 -> 80 + min(0, 50 + 10 x (3 - 8)) = 80: the optimum
 *
 * Method: Lagrangian relaxation of demands by subgradients with Polyak's step, Fisher, Management Science
 * 27 (1981); Beasley, "Lagrangean heuristics for location problems", EJOR 65 (1993).
 */
export function* pricePlaces(admitted: Admitted): Generator<undefined, Priced, unknown> {
  const { places, offers } = admitted;
  const floors = listFloors(admitted);
  const responders = listResponders(places, offers, floors);
  const caps = penalties(places, floors);
  const demands = Float64Array.from(places, ({ packs }) => packs);
  let prices = firstPrices(responders, caps);
  let bestPrices = prices;
  let bound = -Infinity;
  let agility = 1;
  let stale = 0;
  const worth = new Map<string, number>();
  let direction = new Float64Array(places.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 5 === 4) yield undefined;
    const short = demands.slice();
    let value = prices.reduce((sum, price, place) => sum + price * (demands[place] ?? 0), 0);
    for (const responder of responders) {
      const gain = responder.answer(prices, short);
      value += gain;
      if (gain < 0 && round >= ROUNDS - COUNTED)
        worth.set(responder.supplierId, (worth.get(responder.supplierId) ?? 0) + 1 / COUNTED);
    }
    if (value > bound + Math.abs(bound) * 1e-6 || bound === -Infinity) stale = 0;
    else stale += 1;
    if (value > bound) {
      bound = value;
      bestPrices = prices;
    } else if (stale >= PATIENCE) {
      agility /= 2;
      stale = 0;
      prices = bestPrices;
    }
    // By share of each place's demand, so that large places do not drown small ones.
    const shares = short.map((packs, place) => packs / (demands[place] ?? 1));
    direction = direction.map((last, place) => (shares[place] ?? 0) + 0.6 * last);
    const square = direction.reduce((sum, share) => sum + share * share, 0);
    if (square < 1e-12) break;
    const step = (agility * 0.05 * Math.max(Math.abs(bound), 1)) / square;
    prices = prices.map((price, place) =>
      Math.min(
        caps[place] ?? 0,
        Math.max(0, price + (step * (direction[place] ?? 0)) / (demands[place] ?? 1)),
      ),
    );
  }
  const ground = places.reduce(
    (sum, { packs }, place) => sum + BigInt(packs) * BigInt(floors[place] ?? 0),
    0n,
  );
  return { boundMilliRp: ground + BigInt(Math.max(0, Math.floor(bound - Math.abs(bound) * 1e-9))), worth };
}
