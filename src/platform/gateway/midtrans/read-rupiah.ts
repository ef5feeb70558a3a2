/**
 * An amount as Midtrans writes it, exactly, in whole rupiah; undefined for what is none, fractions of a rupiah among
 * them: they are never rounded.
 *
 *   "11000000.00" -> 11000000    "11000000" -> 11000000    "0.50", "1e6", "-1.00" -> undefined
 */
export const readRupiah = (written: unknown): number | undefined => {
  if (typeof written === 'number') return Number.isSafeInteger(written) && written >= 0 ? written : undefined;
  if (typeof written !== 'string' || !/^\d{1,15}(\.0{1,2})?$/.test(written)) return undefined;
  return Number.parseInt(written, 10);
};
