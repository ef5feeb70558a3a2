import type { PacksToShip } from './plan-drops.js';

/** One koperasi's visit to the supplier's warehouse. */
export interface PlannedPickup {
  readonly supplierId: string;
  readonly koperasiId: string;
  readonly sequence: number;
  readonly lines: readonly { readonly lineId: string; readonly packs: number }[];
}

/** The last drop there is between a supplier and a koperasi of the pool. */
export interface LastDrop {
  readonly supplierId: string;
  readonly koperasiId: string;
  readonly lastSequence: number;
}

const keyOf = (pair: { readonly supplierId: string; readonly koperasiId: string }): string =>
  `${pair.koperasiId} ${pair.supplierId}`;

/** Fills visits one after the other, by line; only a line that passes a visit's end is split. */
const fillVisits = (
  lines: readonly PacksToShip[],
  maxPacks: number,
): { readonly lineId: string; readonly packs: number }[][] => {
  const visits: { lineId: string; packs: number }[][] = [];
  let room = 0;
  for (const { lineId, packs } of lines)
    for (let left = packs; left > 0;) {
      if (room === 0) {
        visits.push([]);
        room = maxPacks;
      }
      const taken = Math.min(left, room);
      visits.at(-1)?.push({ lineId, packs: taken });
      left -= taken;
      room -= taken;
    }
  return visits;
};

/**
 * Pick-ups of a distributed lot: as few visits per koperasi as the most packs at once allow, numbered after the
 * drops there are. They never share a drop with what is brought. Ordered by koperasi, then supplier, then line, so
 * that the order of the input leaves no trace.
 *
 *   A gets 60 and 10, B 20 | at most 40 at once | A: 40; 20 + 10   B: 20
 *   null: all of a koperasi's packs in one visit
 *
 * @throws RangeError when nothing may leave at once.
 */
export const planPickups = (
  toShip: readonly PacksToShip[],
  maxPerPickupPacks: number | null,
  lastDrops: readonly LastDrop[],
): PlannedPickup[] => {
  if (maxPerPickupPacks !== null && maxPerPickupPacks < 1)
    throw new RangeError(`nothing can be picked up in visits of ${maxPerPickupPacks} packs`);
  const lastOf = new Map(lastDrops.map((last) => [keyOf(last), last.lastSequence]));
  const groups = new Map<string, PacksToShip[]>();
  for (const packs of [...toShip].sort((one, other) => (one.lineId < other.lineId ? -1 : 1))) {
    const group = groups.get(keyOf(packs));
    if (group === undefined) groups.set(keyOf(packs), [packs]);
    else group.push(packs);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, lines]) => {
      const [first] = lines;
      if (first === undefined) return [];
      const { supplierId, koperasiId } = first;
      const last = lastOf.get(key) ?? 0;
      return fillVisits(lines, maxPerPickupPacks ?? Number.MAX_SAFE_INTEGER).map((visit, place) => ({
        supplierId,
        koperasiId,
        sequence: last + place + 1,
        lines: visit,
      }));
    });
};
