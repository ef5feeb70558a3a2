import { toSafe } from '../../kernel/quantity.js';
import { worstOf, type GuaranteeStep } from '../../offer/guarantee-steps.js';
import { refuseDeposit } from './refusals.js';

/** What an organiser lets a koperasi owe and order at most, and what of it is used. */
export interface Exposure {
  readonly limitRp: number;
  /** Unpaid and committed, the lines in question left out. */
  readonly usedRp: number;
}

export interface ExposedTerms {
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly maxLandedRp: number | null;
}

export interface ExposedItem {
  readonly packSizeMilli: number;
  /** The worst that its lines can come to pay. */
  readonly steps: readonly GuaranteeStep[];
}

export type ExposedLine = ExposedTerms & ExposedItem;

/** What a line can come to cost at most, in whole rupiah, with all the packs that it would take, rounded up. */
export const worstAmountRp = (line: ExposedLine): number => {
  const { quantityPacks, tolerancePacks, packSizeMilli, steps, maxLandedRp } = line;
  const priceRp = worstOf(steps, quantityPacks, maxLandedRp);
  const packs = BigInt(quantityPacks + tolerancePacks);
  return toSafe((packs * BigInt(packSizeMilli) * BigInt(priceRp) + 999n) / 1_000n);
};

/**
 * The most packs of a line that fit into an amount at their worst price, which falls in steps with the packs: more
 * may fit where fewer do not, so the largest number that does is sought from above.
 *
 *   Rp1,000 left, packs of 1 kg, worst 1: Rp120, 9: Rp110 -> 9
 */
export const fittingPacks = (line: ExposedLine, leftRp: number): number => {
  const { tolerancePacks, packSizeMilli, steps, maxLandedRp } = line;
  let below = line.quantityPacks;
  for (const { fromPacks } of [...steps].reverse()) {
    const priceRp = worstOf(steps, fromPacks, maxLandedRp);
    const perPack = BigInt(packSizeMilli) * BigInt(priceRp);
    const most = Number((BigInt(Math.max(0, leftRp)) * 1_000n) / perPack) - tolerancePacks;
    const fits = Math.min(most, below);
    if (fits >= fromPacks) return fits;
    below = Math.min(below, fromPacks - 1);
  }
  return 0;
};

/**
 * Refuses lines that bring a koperasi above its limit, naming the first that does and what of it would fit.
 *
 *   limit Rp10,000,000, used Rp4,000,000 | 10 sacks at Rp600,000 -> in
 *                                        | 11 sacks              -> EXPOSURE_ABOVE_LIMIT, Rp6,000,000 left, 10 fit
 *
 * @param at the field of a line, such as `lines.2.`
 * @throws Refusal
 */
export const requireExposure = (
  { limitRp, usedRp }: Exposure,
  lines: readonly ExposedLine[],
  at: (place: number) => string,
): void => {
  let nowRp = usedRp;
  lines.forEach((line, place) => {
    const worstRp = worstAmountRp(line);
    if (nowRp + worstRp > limitRp) {
      const leftRp = Math.max(0, limitRp - nowRp);
      throw refuseDeposit(
        'EXPOSURE_ABOVE_LIMIT',
        { limitRp, usedRp: nowRp, leftRp, fitsPacks: fittingPacks(line, leftRp) },
        `${at(place)}quantityPacks`,
      );
    }
    nowRp += worstRp;
  });
};
