import { assertWhole } from './whole.js';

/**
 * What a number of packs costs, in whole rupiah, half rounded up. Quantities are integers in thousandths of the
 * base unit (g, ml, 1/1000 piece); prices are per base unit (kg, litre, piece).
 *
 *   20 sacks of 50,000 g at Rp11,000 per kg = Rp11,000,000
 *   1 tray of 1,875 g at Rp28,001 per kg    = Rp52,502   (52,501.875)
 *
 * Computed in BigInt, so that no product is ever rounded by a float.
 */
export const amountRp = (packs: number, packSizeMilli: number, priceRpPerUnit: number): number => {
  assertWhole(packs, 'packs');
  assertWhole(packSizeMilli, 'packSizeMilli');
  assertWhole(priceRpPerUnit, 'priceRpPerUnit');
  const milliRp = BigInt(packs) * BigInt(packSizeMilli) * BigInt(priceRpPerUnit);
  return toSafe((milliRp + 500n) / 1000n);
};

/** The fewest whole packs that hold a quantity: 101,000 g in sacks of 50,000 g are 3 sacks. */
export const packsFor = (quantityMilli: number, packSizeMilli: number): number => {
  assertWhole(quantityMilli, 'quantityMilli');
  assertWhole(packSizeMilli, 'packSizeMilli');
  return Math.ceil(quantityMilli / packSizeMilli);
};

/** A BigInt as a number, or an error when it would lose digits. */
export const toSafe = (value: bigint): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} does not fit a safe integer`);
  return number;
};
