import { groupBy } from '../../kernel/group-by.js';
import { leastMilliRp, type Offer, type Place } from './offer.js';

/** What a supplier would deliver at given prices of places. */
export interface Responder {
  readonly supplierId: string;
  /** Positions of the places it reaches, and its least milli-rupiah per pack there above `floors`. */
  readonly places: Int32Array;
  readonly costs: Float64Array;
  /**
   * Its best answer to prices per pack (milli-rupiah, by place): what it gains, as a number of 0 or less.
   * Where it gains, its packs are taken off `short`.
   */
  answer(prices: Float64Array, short: Float64Array): number;
}

interface Lane {
  readonly place: number;
  readonly offer: number;
  readonly costMilliRp: number;
  readonly packs: number;
  readonly packSizeMilli: number;
}

/** Places by position, and what is taken off all costs there. */
interface Ground {
  readonly positions: ReadonlyMap<Place, number>;
  readonly floors: Float64Array;
}

const lanesOf = (offer: Offer, at: number, { positions, floors }: Ground): Lane[] =>
  offer.reaches.flatMap((reach) => {
    const place = positions.get(reach.place);
    const least = leastMilliRp(offer, reach);
    if (!Number.isFinite(least) || place === undefined) return [];
    const { packSizeMilli } = offer.lot;
    return [
      {
        place,
        offer: at,
        costMilliRp: least - (floors[place] ?? 0),
        packs: Math.min(reach.packs, offer.capacityPacks),
        packSizeMilli,
      },
    ];
  });

const listResponder = (own: readonly Offer[], ground: Ground): Responder[] => {
  const [first] = own;
  if (!first) return [];
  const { supplierId, fixedChargeRp, capacityMilli } = first.supplier;
  const lanes = own.flatMap((offer, at) => lanesOf(offer, at, ground));
  const places = Int32Array.from(lanes, ({ place }) => place);
  const costs = Float64Array.from(lanes, ({ costMilliRp }) => costMilliRp);
  const gains = new Float64Array(lanes.length);
  const answer = (prices: Float64Array, short: Float64Array): number => {
    const worthwhile: number[] = [];
    lanes.forEach(({ place, costMilliRp, packSizeMilli }, lane) => {
      const gain = (costMilliRp - (prices[place] ?? 0)) / packSizeMilli;
      if (gain >= 0) return;
      gains[lane] = gain;
      worthwhile.push(lane);
    });
    worthwhile.sort((a, b) => (gains[a] ?? 0) - (gains[b] ?? 0));
    const left = own.map(({ capacityPacks }) => capacityPacks);
    let leftMilli = capacityMilli ?? Infinity;
    let sum = fixedChargeRp * 1000;
    const taken: [place: number, packs: number][] = [];
    // Capacities nest (supplier over bid over place), so the best first is the best answer.
    for (const at of worthwhile) {
      const lane = lanes[at];
      if (!lane || leftMilli <= 0) break;
      const packs = Math.min(lane.packs, left[lane.offer] ?? 0, leftMilli / lane.packSizeMilli);
      if (packs <= 0) continue;
      left[lane.offer] = (left[lane.offer] ?? 0) - packs;
      leftMilli -= packs * lane.packSizeMilli;
      sum += packs * lane.packSizeMilli * (gains[at] ?? 0);
      taken.push([lane.place, packs]);
    }
    if (sum >= 0) return 0;
    for (const [place, packs] of taken) short[place] = (short[place] ?? 0) - packs;
    return sum;
  };
  return [{ supplierId, places, costs, answer }];
};

/** One responder per supplier, in the offers' order. */
export const listResponders = (
  places: readonly Place[],
  offers: readonly Offer[],
  floors: Float64Array,
): Responder[] => {
  const positions = new Map(places.map((place, position) => [place, position]));
  const ground = { positions, floors };
  return [...groupBy(offers, ({ supplier }) => supplier).values()].flatMap((own) =>
    listResponder(own, ground),
  );
};
