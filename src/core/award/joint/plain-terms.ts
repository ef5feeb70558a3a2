import type { AwardProblem, ProblemBid, ProblemLot, SupplierTerms } from './award-problem.js';

/** Terms that change nothing: what stands where a problem, lot, supplier or bid asks for nothing special. */
export const PLAIN_PROBLEM = { side: 'buy', annualRateBps: 0 } as const satisfies Partial<AwardProblem>;

export const PLAIN_LOT = {
  maxShareBps: 10_000,
  minSuppliers: 0,
  missingSupplierRp: 0,
  reservedShareBps: 0,
  unserved: 'weighed',
} as const satisfies Partial<ProblemLot>;

export const PLAIN_SUPPLIER = {
  isReserved: false,
  fixedChargeRp: 0,
  capacityMilli: null,
  minimumOrderRp: 0,
} as const satisfies Partial<SupplierTerms>;

export const PLAIN_BID = {
  minimumPacks: 0,
  maxPerBuyerPacks: null,
  tierKind: 'all-units',
  surchargeRpPerUnit: {},
  freightRpPerUnit: {},
  taxBps: 0,
  paymentDays: 0,
} as const satisfies Partial<ProblemBid>;
