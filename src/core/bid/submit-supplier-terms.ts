import { assertWhole } from '../kernel/whole.js';
import type { PoolSide } from '../pool/side.js';
import { refuseBid } from './refusals.js';
import { requireInTime } from './submit-bid.js';
import { MOST_TERMS_RP, type PoolDeadline, type SupplierPoolTerms } from './supplier-terms.js';

export interface TermsSubmission {
  /** Left out: buy. */
  readonly side?: PoolSide;
  /** Undefined: no lot of the pool takes bids yet. */
  readonly deadline: PoolDeadline | undefined;
  readonly supplier: { readonly isActive: boolean } | undefined;
  readonly current: (SupplierPoolTerms & { readonly revision: number }) | undefined;
  readonly terms: SupplierPoolTerms;
  /** The database's clock, read after every lock is held. */
  readonly now: Date;
}

/**
 * Judges terms over all lots of a pool. They are sealed and timed like bids, before the earliest tender
 * opens: later, they could answer to what others bid on its lot. @returns the revision to append, or null
 * when the current one says the same.
 *
 *   none yet, before the first opening -> 1
 *   revision 1 says the same           -> null
 *   the first tender's closing time    -> TENDER_ALREADY_CLOSED
 *   no tender yet                      -> TENDER_NOT_FOUND
 *   a charge of ten trillion rupiah    -> SUPPLIER_TERMS_OUT_OF_BOUNDS
 *   a fixed charge in a sell pool      -> FIXED_CHARGE_WHEN_SELLING: all buyers pay one price
 *
 * @throws Refusal
 */
export const submitSupplierTerms = ({
  side = 'buy',
  deadline,
  supplier,
  current,
  terms,
  now,
}: TermsSubmission): number | null => {
  if (deadline === undefined) throw refuseBid('TENDER_NOT_FOUND');
  if (supplier === undefined) throw refuseBid('SUPPLIER_NOT_FOUND');
  requireInTime({ closesAt: deadline.earliestClosesAt, isOpened: deadline.isAnyOpened }, now);
  if (!supplier.isActive) throw refuseBid('SUPPLIER_SUSPENDED');
  const { fixedChargeRp, capacityMilli, minimumOrderRp } = terms;
  for (const [field, amountRp] of Object.entries({ fixedChargeRp, minimumOrderRp })) {
    assertWhole(amountRp, field);
    if (amountRp > MOST_TERMS_RP)
      throw refuseBid('SUPPLIER_TERMS_OUT_OF_BOUNDS', { mostRp: MOST_TERMS_RP }, field);
  }
  if (side === 'sell' && fixedChargeRp > 0) throw refuseBid('FIXED_CHARGE_WHEN_SELLING', {}, 'fixedChargeRp');
  if (current === undefined) return 1;
  const isSame =
    current.fixedChargeRp === fixedChargeRp &&
    current.capacityMilli === capacityMilli &&
    current.minimumOrderRp === minimumOrderRp;
  return isSame ? null : current.revision + 1;
};
