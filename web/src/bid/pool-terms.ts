import type { View } from '../api/api.js';

/** Terms over all lots of a pool while they are being written; an empty field asks for nothing. */
export interface PoolTermsDraft {
  readonly fixedChargeRp: number | null;
  /** Whole base units: kg or litres. */
  readonly capacityUnits: number | null;
  readonly minimumOrderRp: number | null;
}

const MILLI = 1000;

export const emptyPoolTerms: PoolTermsDraft = {
  fixedChargeRp: null,
  capacityUnits: null,
  minimumOrderRp: null,
};

/** What is sent; a capacity of nothing is no capacity at all and is not sent. */
export const termsOf = (draft: PoolTermsDraft): Omit<View<'SubmitSupplierTermsBody'>, 'nonce'> | null =>
  draft.capacityUnits === 0
    ? null
    : {
        fixedChargeRp: draft.fixedChargeRp ?? 0,
        capacityMilli: draft.capacityUnits === null ? null : draft.capacityUnits * MILLI,
        minimumOrderRp: draft.minimumOrderRp ?? 0,
      };
