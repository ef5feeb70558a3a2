import type { Course, Move } from './course.js';

/**
 * What a supplier's suspension does to an award that is under way: its bid is out, as if it had declined, and the lot
 * is awarded anew among the others. What it has signed for goes on.
 *
 *   A and B awarded, A suspended                | replace, A's bid is out
 *   A and B awarded, A signed and is suspended  | undefined: A delivers
 *   all have signed, or the lot has failed      | undefined
 */
export const dropSuspended = (course: Course, suspended: ReadonlySet<string>): Move | undefined => {
  if (course.step === null) return undefined;
  const out = course.bids.filter(
    ({ supplierId, answer }) => suspended.has(supplierId) && answer !== 'signed',
  );
  return out.length === 0
    ? undefined
    : { kind: 'replace', out: out.map(({ bidId }) => ({ bidId, reason: 'SUPPLIER_SUSPENDED' })) };
};
