import { sumOf } from '../core/kernel/sum-of.js';
import { formatWhole } from './format-rupiah.js';

/** A promise of the season, and whether it held. */
export interface SeasonCheck {
  readonly name: string;
  readonly held: boolean;
  /** Both numbers, or what was broken. */
  readonly detail: string;
}

/** Two numbers that must be the same, of one subject. */
export interface Pair {
  readonly of: string;
  readonly left: number;
  readonly right: number;
}

/** Both of a pair for people; a number that never came is told as such, not as NaN. */
const tell = (number: number): string =>
  Number.isFinite(number) ? formatWhole(number) : 'tidak ada (missing)';

/**
 * One promise over many subjects: every pair must be equal. The detail shows both sums, or the first pair that
 * is not equal and how many more there are.
 *
 *   [rice 1412, 1412], [oil 310, 309] -> broken, "oil: 310 ≠ 309"
 */
export const comparePairs = (name: string, pairs: readonly Pair[]): SeasonCheck => {
  const unequal = pairs.filter(({ left, right }) => left !== right);
  const [first] = unequal;
  if (first === undefined) {
    const left = sumOf(pairs, (pair) => pair.left);
    const right = sumOf(pairs, (pair) => pair.right);
    return {
      name,
      held: pairs.length > 0,
      detail: pairs.length > 0 ? `${tell(left)} = ${tell(right)}` : 'tidak ada data (no data)',
    };
  }
  const more = unequal.length > 1 ? `, +${unequal.length - 1}` : '';
  return { name, held: false, detail: `${first.of}: ${tell(first.left)} ≠ ${tell(first.right)}${more}` };
};

export const compare = (name: string, left: number, right: number): SeasonCheck =>
  comparePairs(name, [{ of: 'jumlah (total)', left, right }]);

/** One promise that nothing may break: `offences` names what does. `count` says how many were looked at. */
export const expectNone = (name: string, offences: readonly string[], count: number): SeasonCheck => {
  const [first] = offences;
  const more = offences.length > 1 ? `, +${offences.length - 1}` : '';
  return first === undefined
    ? { name, held: count > 0, detail: `tak satu pun dari (none of) ${tell(count)}` }
    : { name, held: false, detail: `${first}${more}` };
};
