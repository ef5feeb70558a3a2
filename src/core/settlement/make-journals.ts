import { credit, debit, type Posting } from '../ledger/post-journal.js';

/** Who sells to whom, in a pool of whom: in contract mode `direct` the supplier to each koperasi, or (sell) a koperasi to a bidder. */
export interface Deal {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly organiserId: string;
}

const nonZero = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountRp }) => amountRp !== 0);

/**
 * The truck has left: the seller may ask, the buyer owes, and neither has earned or bought yet.
 *
 *   seller    receivable +A  unearned -A
 *   buyer     prepaid    +A  payable  -A
 */
export const requestPostings = (
  { sellerId, buyerId }: Pick<Deal, 'sellerId' | 'buyerId'>,
  amountRp: number,
): Posting[] => [
  debit(sellerId, 'receivable', amountRp),
  credit(sellerId, 'unearned', amountRp),
  debit(buyerId, 'prepaid', amountRp),
  credit(buyerId, 'payable', amountRp),
];

/**
 * Goods were accepted: the buyer bought them at the common price I, the seller sold them at its own
 * price B. What is between goes to the organiser's equalisation account, or comes from it.
 *
 *   buyer      purchases  +I    prepaid      -I
 *   seller     unearned   +I    sales        -B   payable -(I - B), or receivable +(B - I)
 *   organiser  receivable +(I - B)  equalisation -(I - B), or equalisation +(B - I)  payable -(B - I)
 */
export const invoicePostings = (
  { sellerId, buyerId, organiserId }: Deal,
  invoiceRp: number,
  billRp: number,
): Posting[] => {
  const overRp = Math.max(0, invoiceRp - billRp);
  const underRp = Math.max(0, billRp - invoiceRp);
  return nonZero([
    debit(buyerId, 'purchases', invoiceRp),
    credit(buyerId, 'prepaid', invoiceRp),
    debit(sellerId, 'unearned', invoiceRp),
    credit(sellerId, 'sales', billRp),
    credit(sellerId, 'payable', overRp),
    debit(sellerId, 'receivable', underRp),
    debit(organiserId, 'receivable', overRp),
    credit(organiserId, 'payable', underRp),
    credit(organiserId, 'equalisation', overRp),
    debit(organiserId, 'equalisation', underRp),
  ]);
};

/**
 * The rest is not owed after all; with the invoice this clears what is unearned and prepaid.
 *
 *   seller    unearned +C  receivable -C
 *   buyer     payable  +C  prepaid    -C
 */
export const creditPostings = (
  { sellerId, buyerId }: Pick<Deal, 'sellerId' | 'buyerId'>,
  amountRp: number,
): Posting[] => [
  debit(sellerId, 'unearned', amountRp),
  credit(sellerId, 'receivable', amountRp),
  debit(buyerId, 'payable', amountRp),
  credit(buyerId, 'prepaid', amountRp),
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
  { organiserId, koperasiId }: { readonly organiserId: string; readonly koperasiId: string },
  amountRp: number,
): Posting[] => [
  debit(koperasiId, 'receivable', amountRp),
  credit(koperasiId, 'purchases', amountRp),
  debit(organiserId, 'equalisation', amountRp),
  credit(organiserId, 'payable', amountRp),
];
