import type { Schedule } from './schedule.js';

/** Packs by the price that each is paid; null below the first tier. */
export const packsAtPrices = (
  { tiers, tierKind }: Schedule,
  packs: number,
): { packs: number; priceRpPerUnit: number }[] | null => {
  if (packs < (tiers[0]?.fromPacks ?? Infinity)) return null;
  return tiers.flatMap(({ fromPacks, priceRpPerUnit }, tier) => {
    const next = tiers[tier + 1]?.fromPacks ?? Infinity;
    if (tierKind === 'all-units')
      return packs >= fromPacks && packs < next ? [{ packs, priceRpPerUnit }] : [];
    const first = tier === 0 ? 1 : fromPacks;
    const inTier = Math.min(packs, next - 1) - first + 1;
    return inTier > 0 ? [{ packs: inTier, priceRpPerUnit }] : [];
  });
};

/**
 * What packs cost by a schedule, in rupiah per base unit x packs, exactly; null below the first tier.
 *
 *   1: Rp100, 10: Rp90 | 12 packs | all-units 1,080 | incremental 9 x 100 + 3 x 90 = 1,170
 */
export const priceVolume = (schedule: Schedule, packs: number): bigint | null =>
  packsAtPrices(schedule, packs)?.reduce(
    (sum, part) => sum + BigInt(part.packs) * BigInt(part.priceRpPerUnit),
    0n,
  ) ?? null;

/** The mean price per base unit at a volume, rounded up to the rupiah; null below the first tier. */
export const meanPriceRp = (schedule: Schedule, packs: number): number | null => {
  const cost = priceVolume(schedule, packs);
  return cost === null ? null : Number((cost + BigInt(packs) - 1n) / BigInt(packs));
};
