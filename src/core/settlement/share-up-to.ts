import { split } from '../kernel/split.js';

/** One who shares: by weight, and no more than a limit. */
export interface Sharer {
  readonly weight: number;
  readonly mostRp: number;
}

/**
 * Divides an amount by weight, to the rupiah, nobody above their own limit: what somebody's limit leaves
 * over is shared among the others.
 *
 *   Rp100 by 1, 1, 2, at most 10, 50, 60 | Rp10, Rp30, Rp60
 *   Rp100 by 1, 1, at most 50, 49        | RangeError: they cannot bear it
 *
 * @throws RangeError when the limits together are less than the amount.
 */
export const shareUpTo = (amountRp: number, sharers: readonly Sharer[]): number[] => {
  const parts = sharers.map(() => 0);
  let open = sharers.map((sharer, place) => ({ ...sharer, place })).filter(({ weight }) => weight > 0);
  let left = amountRp;
  while (open.length > 0) {
    const shares = split(
      left,
      open.map(({ weight }) => weight),
    );
    const full = new Set(open.filter(({ mostRp }, at) => (shares[at] ?? 0) > mostRp));
    for (const [at, sharer] of open.entries())
      parts[sharer.place] = full.has(sharer) ? sharer.mostRp : (shares[at] ?? 0);
    if (full.size === 0) return parts;
    for (const { mostRp } of full) left -= mostRp;
    open = open.filter((sharer) => !full.has(sharer));
  }
  if (left !== 0) throw new RangeError(`Rp${left} is above what the sharers bear`);
  return parts;
};
