import type { AwardRule } from './award-rule.js';

/** Whether nothing but what is paid decides who is awarded how much: no shares, no weights, no value of paying later. */
export const decidesByCostAlone = (rule: AwardRule): boolean =>
  rule.annualRateBps === 0 &&
  rule.maxShareBps >= 10_000 &&
  rule.missingSupplierRp === 0 &&
  rule.reservedShareBps === 0;
