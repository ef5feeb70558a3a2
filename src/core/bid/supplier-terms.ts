/** What a supplier asks over all lots of a pool together; neutral is 0, null and 0. */
export interface SupplierPoolTerms {
  /** Whole rupiah, once, if awarded anything at all. */
  readonly fixedChargeRp: number;
  /** Milli base units over all lots; null is no limit. */
  readonly capacityMilli: number | null;
  /** Whole rupiah of goods at tier prices: if awarded anything at all, at least so much. */
  readonly minimumOrderRp: number;
}

/**
 * The most rupiah that terms over all lots may name: far above any pool, and a thousandth of what the engine's
 * milli-rupiah hold. A supplier's sum beyond it would fail every lot it bids on, for everybody.
 */
export const MOST_TERMS_RP = 1_000_000_000_000;

/** The tenders of a pool taken together: terms over them all are due before the first of them opens. */
export interface PoolDeadline {
  readonly earliestClosesAt: Date;
  readonly isAnyOpened: boolean;
}

/** Whether terms ask for anything: only such terms link lots. */
export const isNeutral = ({ fixedChargeRp, capacityMilli, minimumOrderRp }: SupplierPoolTerms): boolean =>
  fixedChargeRp === 0 && capacityMilli === null && minimumOrderRp === 0;
