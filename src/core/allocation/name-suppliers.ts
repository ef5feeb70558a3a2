import { groupBy } from '../kernel/group-by.js';
import { assertWhole } from '../kernel/whole.js';
import { pairCapped } from './pair-capped.js';
import { pairPacks } from './pair-packs.js';
import { type PairedPacks } from './placed-packs.js';
import { sumPacks } from '../kernel/sum-of.js';

/** What a supplier was awarded in a zone. */
export interface Supply {
  readonly supplierId: string;
  readonly zoneId: string;
  readonly packs: number;
  /** No koperasi gets more of this supply, over all its lines; null: as many as it likes. */
  readonly maxPerBuyerPacks: number | null;
}

export interface Demand {
  readonly lineId: string;
  /** The koperasi, in one zone with all its lines. */
  readonly buyerId: string;
  readonly zoneId: string;
  readonly packs: number;
}

export interface NamedPacks {
  readonly lineId: string;
  readonly supplierId: string;
  readonly packs: number;
}

const pairZone = (supplies: readonly Supply[], buyersPacks: readonly number[]): PairedPacks[] => {
  const capped = supplies.map(({ packs, maxPerBuyerPacks }) => ({
    packs,
    mostPacks: Math.min(packs, maxPerBuyerPacks ?? packs),
  }));
  const pairs = pairPacks(
    supplies.map(({ packs }) => packs),
    buyersPacks,
  );
  const keeps = pairs.every(({ supply, packs }) => packs <= (capped[supply]?.mostPacks ?? 0));
  return keeps ? pairs : pairCapped(capped, buyersPacks);
};

const nameInZone = (supplies: readonly Supply[], demands: readonly Demand[]): NamedPacks[] => {
  const buyers = [...groupBy(demands, ({ buyerId }) => buyerId).values()];
  const received = buyers.map((): { supplierId: string; packs: number }[] => []);
  for (const { supply, demand, packs } of pairZone(supplies, buyers.map(sumPacks)))
    received[demand]?.push({ supplierId: supplies[supply]?.supplierId ?? '', packs });
  return buyers.flatMap((lines, buyer) => {
    const own = received[buyer] ?? [];
    return pairPacks(
      own.map(({ packs }) => packs),
      lines.map(({ packs }) => packs),
    ).map(({ supply, demand, packs }) => ({
      lineId: lines[demand]?.lineId ?? '',
      supplierId: own[supply]?.supplierId ?? '',
      packs,
    }));
  });
};

const assertNames = (supplies: readonly Supply[], demands: readonly Demand[]): void => {
  const assertPacks = ({ packs }: { readonly packs: number }): void => {
    assertWhole(packs, 'packs');
    if (packs < 0) throw new RangeError(`packs must not be negative, got ${packs}`);
  };
  supplies.forEach(assertPacks);
  demands.forEach(assertPacks);
  for (const { maxPerBuyerPacks } of supplies)
    if (maxPerBuyerPacks !== null) assertWhole(maxPerBuyerPacks, 'maxPerBuyerPacks');
  const keys = new Set(supplies.map(({ supplierId, zoneId }) => JSON.stringify([supplierId, zoneId])));
  if (keys.size < supplies.length) throw new RangeError('the award names a supplier twice in a zone');
  const zoneOf = new Map<string, string>();
  for (const { buyerId, zoneId } of demands) {
    if ((zoneOf.get(buyerId) ?? zoneId) !== zoneId)
      throw new RangeError(`koperasi ${buyerId} is in two zones`);
    zoneOf.set(buyerId, zoneId);
  }
};

/**
 * Names the supplier of every pack, so that each koperasi has few suppliers while each award is met exactly, in
 * each zone by itself. The order given says who is served first, where that leaves a choice.
 *
 *   supplies | demands in order | named
 *     A5 B5  |  3, 3, 2, 2      | A: 3, 2   B: 3, 2        one after another would have split the second
 *     A6 B4  |  5, 5            | A: 5 + 1  B: 4           somebody must be split
 *     A5 B4  |  4, 3, 2         | A: 3, 2   B: 4           filling A with the first would have split two
 *
 * How few, and by which method: `pairPacks`, and where a supplier serves a koperasi so many packs at most,
 * `pairCapped`. A koperasi's lines then share its suppliers in the same way.
 * @throws RangeError when the supplies of a zone are not exactly what is demanded there, or when no
 *   allocation keeps to what a koperasi may get of each supplier at most.
 */
export const nameSuppliers = (supplies: readonly Supply[], demands: readonly Demand[]): NamedPacks[] => {
  assertNames(supplies, demands);
  const suppliesOf = groupBy(supplies, ({ zoneId }) => zoneId);
  const demandsOf = groupBy(demands, ({ zoneId }) => zoneId);
  return [...new Set([...suppliesOf.keys(), ...demandsOf.keys()])].flatMap((zoneId) =>
    nameInZone(
      (suppliesOf.get(zoneId) ?? []).filter(({ packs }) => packs > 0),
      (demandsOf.get(zoneId) ?? []).filter(({ packs }) => packs > 0),
    ),
  );
};
