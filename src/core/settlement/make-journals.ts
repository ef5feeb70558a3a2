import { credit, debit, type Posting } from '../ledger/post-journal.js';

/** Who sells to whom: in contract mode `direct` the supplier to each koperasi. */
export interface Deal {
  readonly supplierId: string;
  readonly koperasiId: string;
}

/**
 * The truck has left: the supplier may ask, the koperasi owes, and neither has earned or bought yet.
 *
 *   supplier  receivable +A  unearned -A
 *   koperasi  prepaid    +A  payable  -A
 */
export const requestPostings = ({ supplierId, koperasiId }: Deal, amountRp: number): Posting[] => [
  debit(supplierId, 'receivable', amountRp),
  credit(supplierId, 'unearned', amountRp),
  debit(koperasiId, 'prepaid', amountRp),
  credit(koperasiId, 'payable', amountRp),
];

/**
 * Goods were accepted: what they cost is earned and bought.
 *
 *   supplier  unearned  +B  sales   -B
 *   koperasi  purchases +B  prepaid -B
 */
export const invoicePostings = ({ supplierId, koperasiId }: Deal, amountRp: number): Posting[] => [
  debit(supplierId, 'unearned', amountRp),
  credit(supplierId, 'sales', amountRp),
  debit(koperasiId, 'purchases', amountRp),
  credit(koperasiId, 'prepaid', amountRp),
];

/**
 * The rest is not owed after all; with the invoice this clears what is unearned and prepaid.
 *
 *   supplier  unearned +C  receivable -C
 *   koperasi  payable  +C  prepaid    -C
 */
export const creditPostings = ({ supplierId, koperasiId }: Deal, amountRp: number): Posting[] => [
  debit(supplierId, 'unearned', amountRp),
  credit(supplierId, 'receivable', amountRp),
  debit(koperasiId, 'payable', amountRp),
  credit(koperasiId, 'prepaid', amountRp),
];
