import { packsFor } from '../kernel/quantity.js';

/** One ingredient of a kitchen on one day. */
export interface RequiredLine {
  readonly requirementLineId: string;
  readonly neededOn: string;
  readonly commodityCode: string;
  readonly quantityMilli: number;
}

export interface PoolItem {
  readonly itemId: string;
  readonly commodityCode: string;
  readonly packSizeMilli: number;
}

export interface JoinedLine {
  readonly requirementLineId: string;
  readonly itemId: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
}

export interface JoinablePool {
  readonly side: string;
  readonly purpose: string;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly items: readonly PoolItem[];
}

/**
 * Which of a kitchen's lines a pool can carry, in whole packs: the commodity is among its items and the day
 * among its days of need. Nobody cooks from a practice pool, nor
 * from one that sells. Of several packs of a commodity the one that leaves least over is taken, then the
 * larger. Each line stays its own commitment, so that it can be traced to the plate.
 *
 *   177 kg of rice on Tuesday, sacks of 50 and 25 kg | 8 sacks of 25 kg (200 kg) = 4 of 50 kg | 4 of 50 kg
 */
export const joinRequirement = (pool: JoinablePool, lines: readonly RequiredLine[]): JoinedLine[] => {
  if (pool.side === 'sell' || pool.purpose === 'practice') return [];
  return lines.flatMap((line) => {
    if (line.neededOn < pool.neededFrom || line.neededOn > pool.neededUntil) return [];
    const fitting = pool.items
      .filter((item) => item.commodityCode === line.commodityCode)
      .map((item) => ({ item, packs: packsFor(line.quantityMilli, item.packSizeMilli) }))
      .sort(
        (a, b) =>
          a.packs * a.item.packSizeMilli - b.packs * b.item.packSizeMilli ||
          b.item.packSizeMilli - a.item.packSizeMilli ||
          (a.item.itemId < b.item.itemId ? -1 : 1),
      );
    const best = fitting[0];
    if (best === undefined) return [];
    return [
      {
        requirementLineId: line.requirementLineId,
        itemId: best.item.itemId,
        neededBy: line.neededOn,
        quantityPacks: best.packs,
      },
    ];
  });
};
