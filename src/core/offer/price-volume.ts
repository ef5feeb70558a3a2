import type { Schedule } from './offer-terms.js';

/**
 * What packs cost by a schedule, in rupiah per base unit x packs, exactly; null below the first tier.
 *
 *   1: Rp100, 10: Rp90 | 12 packs | all-units 1,080 | incremental 9 x 100 + 3 x 90 = 1,170
 */
export const priceVolume = ({ tierKind, tiers }: Schedule, packs: number): bigint | null => {
  const first = tiers[0];
  if (first === undefined || packs < 1 || packs < first.fromPacks) return null;
  const reached = tiers.filter(({ fromPacks }) => fromPacks <= packs);
  if (tierKind === 'all-units') return BigInt(packs) * BigInt(reached.at(-1)?.priceRpPerUnit ?? 0);
  return reached.reduce((sum, { fromPacks, priceRpPerUnit }, place) => {
    const begin = place === 0 ? 1 : fromPacks;
    const end = Math.min(packs, (tiers[place + 1]?.fromPacks ?? Infinity) - 1);
    return sum + BigInt(end - begin + 1) * BigInt(priceRpPerUnit);
  }, 0n);
};

/** The mean price per base unit at a volume, rounded up to the rupiah; null below the first tier. */
export const meanPriceRp = (schedule: Schedule, packs: number): number | null => {
  const cost = priceVolume(schedule, packs);
  return cost === null ? null : Number((cost + BigInt(packs) - 1n) / BigInt(packs));
};
