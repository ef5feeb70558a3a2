import { assertWhole } from './whole.js';
import { toSafe } from './quantity.js';

/**
 * Divides a whole amount in proportion to weights by largest remainder: what is divided is conserved.
 * Ties of equal remainders go to the earlier position, so callers order the weights by their stated
 * tie-break (for packs the published draw) first.
 *
 *   total | weights   | parts
 *     100 | 1,1,1     | 34,33,33
 *      50 | 60,30,10  | 30,15,5
 *       2 | 1,1,1     | 1,1,0
 *       0 | 5,7       | 0,0
 *
 * Method: Hamilton's largest remainders. Exact in BigInt. Negative totals are split as their mirror.
 * @throws RangeError when a weight is negative or fractional, or when all weights are zero and the total is not.
 */
export const split = (total: number, weights: readonly number[]): number[] => {
  assertWhole(total, 'total');
  if (total < 0) return split(-total, weights).map((part) => 0 - part);
  let weightSum = 0n;
  for (const weight of weights) {
    assertWhole(weight, 'weight');
    if (weight < 0) throw new RangeError(`weights must not be negative, got ${weight}`);
    weightSum += BigInt(weight);
  }
  if (weightSum === 0n) {
    if (total !== 0) throw new RangeError('nothing to split by: all weights are zero');
    return weights.map(() => 0);
  }
  const remainders: { position: number; remainder: bigint }[] = [];
  let given = 0n;
  const parts = weights.map((weight, position) => {
    const product = BigInt(total) * BigInt(weight);
    const part = product / weightSum;
    given += part;
    remainders.push({ position, remainder: product % weightSum });
    return toSafe(part);
  });
  remainders.sort((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  );
  const left = toSafe(BigInt(total) - given);
  for (let next = 0; next < left; next += 1) {
    const lucky = remainders[next];
    if (lucky) parts[lucky.position] = (parts[lucky.position] ?? 0) + 1;
  }
  return parts;
};
