import { toSafe } from '../kernel/quantity.js';
import { assertWhole } from '../kernel/whole.js';

/**
 * What some of so many packs come to, when all of them come to an amount: the amount to there minus the
 * amount from there, each rounded down. Slices add up to the whole whatever the cuts.
 *
 *   Rp100 for 3 packs | 0-1 Rp33, 1-2 Rp33, 2-3 Rp34 | 0-2 Rp66
 */
export const sliceAmount = (amountRp: number, packs: number, fromPacks: number, toPacks: number): number => {
  for (const whole of [amountRp, packs, fromPacks, toPacks]) assertWhole(whole, 'amount and packs');
  if (packs < 1 || fromPacks < 0 || toPacks < fromPacks)
    throw new RangeError(`${fromPacks} to ${toPacks} of ${packs} packs is no slice`);
  const upTo = (part: number): bigint => (BigInt(amountRp) * BigInt(part)) / BigInt(packs);
  return toSafe(upTo(toPacks) - upTo(fromPacks));
};
