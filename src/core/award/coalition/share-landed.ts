import { split } from '../../kernel/split.js';
import { groupBy } from '../../kernel/group-by.js';
import type { CoalitionLine, LandedShare } from './coalition.js';
import type { PriceArea } from './cost-zones.js';

/** A line and the packs it gets. */
export interface ServedLine {
  readonly line: CoalitionLine;
  readonly packs: number;
}

/**
 * Each line's part of what its lot (or zone) comes to, by packs and to the rupiah; the odd rupiah goes by
 * the order of the lines, which is that of the published draw.
 *
 *   Rp4,300 for lines of 20, 13 and 7 packs -> Rp2,150, Rp1,398, Rp752
 */
export const shareLanded = (
  areas: readonly PriceArea[],
  served: readonly ServedLine[],
): Map<string, LandedShare> => {
  const keyOf = (lotId: string, zoneId: string | null): string => JSON.stringify([lotId, zoneId]);
  const isZoned = areas.some(({ zoneId }) => zoneId !== null);
  const ofArea = groupBy(served, ({ line }) => keyOf(line.lotId, isZoned ? line.zoneId : null));
  const shares = new Map<string, LandedShare>();
  for (const { line } of served) shares.set(line.lineId, { packs: 0, amountRp: 0 });
  for (const { lotId, zoneId, amountRp } of areas) {
    const own = ofArea.get(keyOf(lotId, zoneId)) ?? [];
    const parts = split(
      amountRp,
      own.map(({ packs }) => packs),
    );
    own.forEach(({ line, packs }, at) =>
      shares.set(line.lineId, { packs, amountRp: packs === 0 ? 0 : (parts[at] ?? 0) }),
    );
  }
  return shares;
};

/**
 * Whether a line's share is beyond its limit, to the rupiah: buy, it would pay more; sell, it would get less.
 *
 *   5 packs of 50 kg at Rp2,600,000, limit Rp10,400 a kg | no; at Rp2,600,001 yes
 */
export const passesLimit = (
  side: 'buy' | 'sell',
  { limitRpPerUnit }: CoalitionLine,
  { packs, amountRp }: LandedShare,
  packSizeMilli: number,
): boolean => {
  if (limitRpPerUnit === null || packs === 0) return false;
  const over = BigInt(amountRp) * 1000n - BigInt(limitRpPerUnit) * BigInt(packs) * BigInt(packSizeMilli);
  return side === 'buy' ? over > 0n : over < 0n;
};
