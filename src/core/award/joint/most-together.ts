import type { Offer, Place } from './offer.js';

/**
 * The most packs that offers of one lot could deliver together: each up to its capacity, to the zones it
 * reaches, no zone beyond its demand. Minimums are left aside.
 *
 *   A up to 10 to north; B up to 10 to north and south; north 8, south 4 -> 12
 *
 * Method: maximum flow by shortest augmenting paths, Edmonds and Karp, JACM 19 (1972).
 */
export const mostTogether = (offers: readonly Offer[]): number => {
  const places = [...new Set(offers.flatMap(({ reaches }) => reaches.map(({ place }) => place)))];
  const positions = new Map<Place, number>(places.map((place, position) => [place, position]));
  const open = places.map(({ packs }) => packs);
  const left = offers.map(({ capacityPacks }) => capacityPacks);
  const lanes = offers.map(({ reaches }) =>
    reaches.map(({ place, packs }) => ({ place: positions.get(place) ?? -1, room: packs, flow: 0 })),
  );
  /** Sends packs of an offer to a zone with room, moving others' packs away where need be; 0: no way left. */
  const augment = (start: number): number => {
    const cameTo = new Map<number, { from: number; room: number }>();
    const cameBack = new Map<number, { by: number; room: number }>();
    const queue = [start];
    for (const offer of queue) {
      for (const { place, room } of lanes[offer] ?? []) {
        if (room <= 0 || cameTo.has(place)) continue;
        cameTo.set(place, { from: offer, room });
        if ((open[place] ?? 0) > 0) return send(start, place, cameTo, cameBack);
        lanes.forEach((own, other) => {
          const back = own.find((lane) => lane.place === place)?.flow ?? 0;
          if (back <= 0 || other === start || cameBack.has(other)) return;
          cameBack.set(other, { by: place, room: back });
          queue.push(other);
        });
      }
    }
    return 0;
  };
  const move = (offer: number, place: number, packs: number): void => {
    const lane = lanes[offer]?.find((each) => each.place === place);
    if (!lane) return;
    lane.room -= packs;
    lane.flow += packs;
  };
  const send = (
    start: number,
    end: number,
    cameTo: ReadonlyMap<number, { from: number; room: number }>,
    cameBack: ReadonlyMap<number, { by: number; room: number }>,
  ): number => {
    const steps: { offer: number; to: number; back: number | null }[] = [];
    let packs = Math.min(left[start] ?? 0, open[end] ?? 0);
    for (let place = end; ;) {
      const into = cameTo.get(place);
      if (!into) return 0;
      const back = into.from === start ? null : cameBack.get(into.from);
      packs = Math.min(packs, into.room, back?.room ?? Infinity);
      steps.push({ offer: into.from, to: place, back: back?.by ?? null });
      if (!back) break;
      place = back.by;
    }
    for (const { offer, to, back } of steps) {
      move(offer, to, packs);
      if (back !== null) move(offer, back, -packs);
    }
    left[start] = (left[start] ?? 0) - packs;
    open[end] = (open[end] ?? 0) - packs;
    return packs;
  };
  let most = 0;
  offers.forEach((_, offer) => {
    for (let packs = augment(offer); packs > 0; packs = augment(offer)) most += packs;
  });
  return most;
};
