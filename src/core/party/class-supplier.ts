import { refuseParty } from './refusals.js';

/** What a supplier is: a share of a lot can be kept for koperasi and small producers. */
export const supplierClasses = ['ordinary', 'koperasi', 'small-producer'] as const;
export type SupplierClass = (typeof supplierClasses)[number];

/** Whether the reserved share of a lot is for a supplier of this class; a supplier of no class is ordinary. */
export const isReservedClass = (supplierClass: SupplierClass | null): boolean =>
  supplierClass === 'koperasi' || supplierClass === 'small-producer';

export interface ClassRecord {
  readonly revision: number;
  readonly supplierClass: SupplierClass;
  readonly basis: string;
}

/**
 * Judges a supplier's class, recorded with its basis. @returns the revision to append, null when it says the same.
 *
 *   none yet -> 1 ; small-producer again on the same basis -> null ; of a koperasi's outlet -> PARTY_NOT_A_SUPPLIER
 *
 * @throws Refusal
 */
export const classSupplier = (
  party: { readonly kind: string } | undefined,
  current: ClassRecord | undefined,
  next: Omit<ClassRecord, 'revision'>,
): number | null => {
  if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
  if (party.kind !== 'supplier') throw refuseParty('PARTY_NOT_A_SUPPLIER');
  if (current === undefined) return 1;
  const isSame = current.supplierClass === next.supplierClass && current.basis === next.basis;
  return isSame ? null : current.revision + 1;
};
