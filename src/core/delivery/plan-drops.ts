/** Packs of one commitment line from one supplier, not on any drop yet. */
export interface PacksToShip {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly supplierId: string;
  readonly packs: number;
}

/** What exists of drops between a supplier and a koperasi of the pool. */
export interface DropsSoFar {
  readonly supplierId: string;
  readonly koperasiId: string;
  /** The one drop that has not left yet, if any. */
  readonly plannedDropId: string | null;
  readonly lastSequence: number;
}

export interface PlannedDrop {
  readonly supplierId: string;
  readonly koperasiId: string;
  /** The drop to load onto; null for a new one. */
  readonly dropId: string | null;
  readonly sequence: number;
  readonly lines: readonly { readonly lineId: string; readonly packs: number }[];
}

const keyOf = (pair: { readonly supplierId: string; readonly koperasiId: string }): string =>
  `${pair.koperasiId} ${pair.supplierId}`;

/**
 * One drop per koperasi and supplier: what is allocated goes onto the drop that has not left yet, else onto a
 * new one after the last. Ordered by koperasi, then supplier, so that locks are taken in one order.
 *
 *   A gets 30 from s and 10 from t, B 20 from s | A's first drop from s has left
 *   -> A from s: drop 2, A from t: drop 1, B from s: drop 1
 */
export const planDrops = (toShip: readonly PacksToShip[], soFar: readonly DropsSoFar[]): PlannedDrop[] => {
  const known = new Map(soFar.map((drops) => [keyOf(drops), drops]));
  const groups = new Map<string, PacksToShip[]>();
  for (const packs of toShip) groups.set(keyOf(packs), [...(groups.get(keyOf(packs)) ?? []), packs]);
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, lines]) => {
      const [first] = lines;
      if (first === undefined) return [];
      const dropId = known.get(key)?.plannedDropId ?? null;
      const last = known.get(key)?.lastSequence ?? 0;
      return [
        {
          supplierId: first.supplierId,
          koperasiId: first.koperasiId,
          dropId,
          sequence: dropId === null ? last + 1 : last,
          lines: lines.map(({ lineId, packs }) => ({ lineId, packs })),
        },
      ];
    });
};
