import { groupBy } from '../../kernel/group-by.js';
import type { AwardProblem } from './award-problem.js';

const hasTerms = ({
  fixedChargeRp,
  capacityMilli,
  minimumOrderRp,
}: AwardProblem['suppliers'][number]): boolean =>
  fixedChargeRp > 0 || capacityMilli !== null || minimumOrderRp > 0;

/**
 * The parts of a problem that nothing ties together: lots belong to one part when a supplier with terms
 * over all lots bids on both. The best awards of the parts are together the best award of the whole.
 *
 *   A bids on rice and oil with a fixed charge, B on oil and salt without any -> {rice, oil}, {salt}
 */
export const splitProblem = (problem: AwardProblem): AwardProblem[] => {
  const heads = new Map(problem.lots.map(({ lotId }) => [lotId, lotId]));
  const headOf = (lotId: string): string => {
    let head = lotId;
    for (let next = heads.get(head); next !== undefined && next !== head; next = heads.get(head)) head = next;
    heads.set(lotId, head);
    return head;
  };
  const bidsOf = groupBy(problem.bids, ({ supplierId }) => supplierId);
  for (const terms of problem.suppliers) {
    const [first, ...others] = bidsOf.get(terms.supplierId) ?? [];
    if (!first || !hasTerms(terms)) continue;
    for (const { lotId } of others) heads.set(headOf(lotId), headOf(first.lotId));
  }
  const bidsBy = groupBy(problem.bids, ({ lotId }) => headOf(lotId));
  return [...groupBy(problem.lots, ({ lotId }) => headOf(lotId))].map(([head, lots]) => {
    const bids = bidsBy.get(head) ?? [];
    const supplierIds = new Set(bids.map(({ supplierId }) => supplierId));
    const suppliers = problem.suppliers.filter(({ supplierId }) => supplierIds.has(supplierId));
    return { ...problem, lots, bids, suppliers };
  });
};
