import { refuseDraft } from './draft-refusals.js';
import type { PoolSide } from './side.js';

/** A quality that goods are sorted into at the gate, and the part of the clearing price that it fetches. */
export interface Grade {
  readonly code: string;
  /** Basis points of the price of full grade. */
  readonly priceBps: number;
}

/** What the first grade, and an item without grades, fetches. */
export const FULL_GRADE_BPS = 10_000;

/**
 * Judges the grades of an item that is sold: the first is full grade, each further one fetches less. Bids are for
 * full grade, so that nobody pays more than it bid, whatever is delivered.
 *
 *   A 10,000, B 9,000        -> stands
 *   A 9,500                  -> GRADE_FIRST_NOT_FULL: nothing would fetch the price that was bid
 *   A 10,000, B 10,000       -> GRADES_NOT_FALLING
 *   A 10,000 in a buy pool   -> GRADES_ONLY_WHEN_SELLING
 *
 * @returns the grades; none where the item has one grade only.
 * @throws Refusal; `field` leads to the grades.
 */
export const declareGrades = (
  side: PoolSide,
  grades: readonly Grade[] | undefined,
  field: string,
): readonly Grade[] => {
  if (grades === undefined || grades.length === 0) return [];
  if (side === 'buy') throw refuseDraft('GRADES_ONLY_WHEN_SELLING', {}, field);
  const codes = new Set<string>();
  grades.forEach(({ code, priceBps }, place) => {
    if (codes.has(code)) throw refuseDraft('GRADE_TWICE', { code }, `${field}.${place}.code`);
    codes.add(code);
    const before = grades[place - 1]?.priceBps;
    if (before === undefined && priceBps !== FULL_GRADE_BPS)
      throw refuseDraft('GRADE_FIRST_NOT_FULL', { full: FULL_GRADE_BPS }, `${field}.${place}.priceBps`);
    if (before !== undefined && priceBps >= before)
      throw refuseDraft('GRADES_NOT_FALLING', { before }, `${field}.${place}.priceBps`);
  });
  return grades;
};
