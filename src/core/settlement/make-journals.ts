import { credit, debit, type Posting } from '../ledger/post-journal.js';

/** Who sells to whom, in a pool of whom: in contract mode `direct` the supplier to each koperasi. */
export interface Deal {
  readonly supplierId: string;
  readonly koperasiId: string;
  readonly organiserId: string;
}

const nonZero = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountRp }) => amountRp !== 0);

/**
 * The truck has left: the supplier may ask, the koperasi owes, and neither has earned or bought yet.
 *
 *   supplier  receivable +A  unearned -A
 *   koperasi  prepaid    +A  payable  -A
 */
export const requestPostings = (
  { supplierId, koperasiId }: Pick<Deal, 'supplierId' | 'koperasiId'>,
  amountRp: number,
): Posting[] => [
  debit(supplierId, 'receivable', amountRp),
  credit(supplierId, 'unearned', amountRp),
  debit(koperasiId, 'prepaid', amountRp),
  credit(koperasiId, 'payable', amountRp),
];

/**
 * Goods were accepted: the koperasi bought them at the common price I, the supplier sold them at its own
 * price B. What is between goes to the organiser's equalisation account, or comes from it.
 *
 *   koperasi   purchases  +I    prepaid      -I
 *   supplier   unearned   +I    sales        -B   payable -(I - B), or receivable +(B - I)
 *   organiser  receivable +(I - B)  equalisation -(I - B), or equalisation +(B - I)  payable -(B - I)
 */
export const invoicePostings = (
  { supplierId, koperasiId, organiserId }: Deal,
  invoiceRp: number,
  billRp: number,
): Posting[] => {
  const overRp = Math.max(0, invoiceRp - billRp);
  const underRp = Math.max(0, billRp - invoiceRp);
  return nonZero([
    debit(koperasiId, 'purchases', invoiceRp),
    credit(koperasiId, 'prepaid', invoiceRp),
    debit(supplierId, 'unearned', invoiceRp),
    credit(supplierId, 'sales', billRp),
    credit(supplierId, 'payable', overRp),
    debit(supplierId, 'receivable', underRp),
    debit(organiserId, 'receivable', overRp),
    credit(organiserId, 'payable', underRp),
    credit(organiserId, 'equalisation', overRp),
    debit(organiserId, 'equalisation', underRp),
  ]);
};

/**
 * The rest is not owed after all; with the invoice this clears what is unearned and prepaid.
 *
 *   supplier  unearned +C  receivable -C
 *   koperasi  payable  +C  prepaid    -C
 */
export const creditPostings = (
  { supplierId, koperasiId }: Pick<Deal, 'supplierId' | 'koperasiId'>,
  amountRp: number,
): Posting[] => [
  debit(supplierId, 'unearned', amountRp),
  credit(supplierId, 'receivable', amountRp),
  debit(koperasiId, 'payable', amountRp),
  credit(koperasiId, 'prepaid', amountRp),
];

/**
 * A lot has closed: the fee was earned out of what the members paid.
 *
 *   organiser  equalisation +F  fees -F
 */
export const feePostings = (organiserId: string, feesRp: number): Posting[] => [
  debit(organiserId, 'equalisation', feesRp),
  credit(organiserId, 'fees', feesRp),
];

/**
 * What a closed lot really cost was less than what was invoiced: the organiser owes the koperasi its part.
 *
 *   koperasi   receivable   +K  purchases -K
 *   organiser  equalisation +K  payable   -K
 */
export const closingPostings = (
  { organiserId, koperasiId }: Pick<Deal, 'organiserId' | 'koperasiId'>,
  amountRp: number,
): Posting[] => [
  debit(koperasiId, 'receivable', amountRp),
  credit(koperasiId, 'purchases', amountRp),
  debit(organiserId, 'equalisation', amountRp),
  credit(organiserId, 'payable', amountRp),
];
