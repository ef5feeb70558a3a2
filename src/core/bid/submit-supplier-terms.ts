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
  readonly current: { readonly revision: number; readonly hash: string | null } | null;
  /** Null where the terms arrive sealed: then they are judged when they are opened. */
  readonly terms: SupplierPoolTerms | null;
  /** Of terms and nonce. */
  readonly hash: string;
  /** The database's clock, read after every lock is held. */
  readonly now: Date;
}

/** @throws Refusal for terms that the engine could not reckon with, and for charges in a sell pool. */
export const requireSoundTerms = (terms: SupplierPoolTerms, side: PoolSide): void => {
  const { fixedChargeRp, minimumOrderRp } = terms;
  for (const [field, amountRp] of Object.entries({ fixedChargeRp, minimumOrderRp })) {
    assertWhole(amountRp, field);
    if (amountRp > MOST_TERMS_RP)
      throw refuseBid('SUPPLIER_TERMS_OUT_OF_BOUNDS', { mostRp: MOST_TERMS_RP }, field);
  }
  if (side === 'sell' && fixedChargeRp > 0) throw refuseBid('FIXED_CHARGE_WHEN_SELLING', {}, 'fixedChargeRp');
};

/**
 * Judges terms over all lots of a pool. They are sealed and timed like bids, before the earliest tender
 * opens: later, they could answer to what others bid on its lot. @returns the revision to append, or null
 * when the current one says the same.
 *
 *   none yet, before the first opening -> 1
 *   revision 1 has the same hash       -> null
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
  hash,
  now,
}: TermsSubmission): number | null => {
  if (deadline === undefined) throw refuseBid('TENDER_NOT_FOUND');
  if (supplier === undefined) throw refuseBid('SUPPLIER_NOT_FOUND');
  requireInTime({ closesAt: deadline.earliestClosesAt, isOpened: deadline.isAnyOpened }, now);
  if (!supplier.isActive) throw refuseBid('SUPPLIER_SUSPENDED');
  if (terms !== null) requireSoundTerms(terms, side);
  if (current === null) return 1;
  return current.hash === hash ? null : current.revision + 1;
};
