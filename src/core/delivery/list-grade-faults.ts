import type { Refusal } from '../kernel/refuse.js';
import { refuseDelivery } from './refusals.js';

/** Accepted packs of one grade. */
export interface GradedPacks {
  readonly code: string;
  readonly packs: number;
}

/**
 * Every fault in how a line's accepted packs were sorted, each at its field; none where the item has one grade and
 * nothing was sorted.
 *
 *   grades A, B; accepted 9 | A 6, B 3 -> none
 *                           | A 6, B 2 -> GRADES_NOT_ACCOUNTED_FOR, 9 and 8
 *                           | nothing  -> GRADES_NOT_COUNTED
 *   one grade; accepted 9   | A 9      -> GRADE_UNKNOWN
 */
export const listGradeFaults = (
  declared: readonly string[],
  acceptedPacks: number,
  grades: readonly GradedPacks[],
  field: string,
): Refusal[] => {
  const faults: Refusal[] = [];
  const named = new Set<string>();
  grades.forEach(({ code }, place) => {
    if (!declared.includes(code))
      faults.push(refuseDelivery('GRADE_UNKNOWN', { code }, `${field}.${place}.code`));
    else if (named.has(code)) faults.push(refuseDelivery('GRADE_TWICE', { code }, `${field}.${place}.code`));
    named.add(code);
  });
  if (declared.length === 0 || faults.length > 0) return faults;
  if (grades.length === 0)
    return acceptedPacks === 0 ? [] : [refuseDelivery('GRADES_NOT_COUNTED', {}, field)];
  const gradedPacks = grades.reduce((sum, { packs }) => sum + packs, 0);
  return gradedPacks === acceptedPacks
    ? []
    : [refuseDelivery('GRADES_NOT_ACCOUNTED_FOR', { acceptedPacks, gradedPacks }, field)];
};

/** Whether two sortings say the same, in whatever order, grades without packs left aside. */
export const sortsTheSame = (one: readonly GradedPacks[], other: readonly GradedPacks[]): boolean => {
  const keyOf = (grades: readonly GradedPacks[]): string =>
    JSON.stringify(
      grades
        .filter(({ packs }) => packs > 0)
        .map(({ code, packs }) => `${code} ${packs}`)
        .sort(),
    );
  return keyOf(one) === keyOf(other);
};
