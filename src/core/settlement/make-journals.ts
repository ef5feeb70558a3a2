import { credit, debit, type Posting } from '../ledger/post-journal.js';
import type { ContractMode } from '../pool/contract-mode.js';

/** Whose goods go to whom, in a pool of whom: a supplier's to a koperasi, or (sell) a koperasi's to a bidder. */
export interface Deal {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly organiserId: string;
}

/** One sale: who sells to whom. */
export type Sale = Pick<Deal, 'sellerId' | 'buyerId'>;

const nonZero = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountRp }) => amountRp !== 0);

/** The sale to who gets the goods: who asks for the money, issues the invoice and has the series of its numbers. */
export const lastSale = (deal: Deal, mode: ContractMode): Sale => ({
  sellerId: mode === 'direct' ? deal.sellerId : deal.organiserId,
  buyerId: deal.buyerId,
});

/** The sale of who delivers the goods. */
export const firstSale = (deal: Deal, mode: ContractMode): Sale => ({
  sellerId: deal.sellerId,
  buyerId: mode === 'direct' ? deal.buyerId : deal.organiserId,
});

/**
 * The goods are ready to leave: the seller may ask, the buyer owes, and neither has earned or bought yet.
 *
 *   seller    receivable +A  unearned -A
 *   buyer     prepaid    +A  payable  -A
 */
export const requestPostings = ({ sellerId, buyerId }: Sale, amountRp: number): Posting[] => [
  debit(sellerId, 'receivable', amountRp),
  credit(sellerId, 'unearned', amountRp),
  debit(buyerId, 'prepaid', amountRp),
  credit(buyerId, 'payable', amountRp),
];

/**
 * Goods were accepted: the buyer bought them at the common price I, the seller sold them at its own price B. Of I
 * the request had asked for P, the rest is owed from now on. What is between I and B goes to the organiser's
 * equalisation account, or comes from it.
 *
 *   buyer      purchases  +I    prepaid -P    payable -(I - P)
 *   seller     unearned   +P    receivable +(I - P)    sales -B    payable -(I - B), or receivable +(B - I)
 *   organiser  receivable +(I - B)  equalisation -(I - B), or equalisation +(B - I)  payable -(B - I)
 */
export const invoicePostings = (
  { sellerId, buyerId, organiserId }: Deal,
  invoiceRp: number,
  billRp: number,
  askedRp = invoiceRp,
): Posting[] => {
  const overRp = Math.max(0, invoiceRp - billRp);
  const underRp = Math.max(0, billRp - invoiceRp);
  return nonZero([
    debit(buyerId, 'purchases', invoiceRp),
    credit(buyerId, 'prepaid', askedRp),
    credit(buyerId, 'payable', invoiceRp - askedRp),
    debit(sellerId, 'unearned', askedRp),
    debit(sellerId, 'receivable', invoiceRp - askedRp + underRp),
    credit(sellerId, 'sales', billRp),
    credit(sellerId, 'payable', overRp),
    debit(organiserId, 'receivable', overRp),
    credit(organiserId, 'payable', underRp),
    credit(organiserId, 'equalisation', overRp),
    debit(organiserId, 'equalisation', underRp),
  ]);
};

/** What a drop's receipt books: one sale, or (secondary) two, the second at the bill, of which nothing was asked before. */
export interface ReceiptJournals {
  readonly invoice: Posting[];
  /** Empty in mode direct. */
  readonly bill: Posting[];
}

/**
 * The journals of a receipt by contract mode. In mode secondary what lies between invoice and bill is the organiser's
 * own margin, for it sells at one and buys at the other.
 *
 *   direct     seller -> buyer at I and B, the difference equalised
 *   secondary  organiser -> buyer at I | seller -> organiser at B
 */
export const receiptJournals = (
  deal: Deal,
  mode: ContractMode,
  { invoiceRp, billRp, askedRp }: { invoiceRp: number; billRp: number; askedRp: number },
): ReceiptJournals => {
  if (mode === 'direct') return { invoice: invoicePostings(deal, invoiceRp, billRp, askedRp), bill: [] };
  const { organiserId } = deal;
  return {
    invoice: invoicePostings({ ...lastSale(deal, mode), organiserId }, invoiceRp, invoiceRp, askedRp),
    bill: invoicePostings({ ...firstSale(deal, mode), organiserId }, billRp, billRp, 0),
  };
};

/**
 * Of what the seller sold it owes so much value added tax. Whether its buyer may reclaim it is not known here.
 *
 *   seller  sales +T  tax -T
 */
export const taxPostings = (sellerId: string, taxRp: number): Posting[] => [
  debit(sellerId, 'sales', taxRp),
  credit(sellerId, 'tax', taxRp),
];

/**
 * Of what was bought and sold so much is the freight share: it moves to an account of its own with both.
 *
 *   seller  sales   +F  freight   -F
 *   buyer   freight +F  purchases -F
 */
export const freightPostings = ({ sellerId, buyerId }: Sale, freightRp: number): Posting[] => [
  debit(sellerId, 'sales', freightRp),
  credit(sellerId, 'freight', freightRp),
  debit(buyerId, 'freight', freightRp),
  credit(buyerId, 'purchases', freightRp),
];

/**
 * The rest is not owed after all; with the invoice this clears what is unearned and prepaid. What of it is still
 * open is taken off, the rest is owed back.
 *
 *   C, of which O is still open
 *   seller    unearned +C  receivable -O  payable -(C - O)
 *   buyer     payable  +O  receivable +(C - O)  prepaid -C
 */
export const creditPostings = ({ sellerId, buyerId }: Sale, amountRp: number, openRp = amountRp): Posting[] =>
  nonZero([
    debit(sellerId, 'unearned', amountRp),
    credit(sellerId, 'receivable', openRp),
    credit(sellerId, 'payable', amountRp - openRp),
    debit(buyerId, 'payable', openRp),
    debit(buyerId, 'receivable', amountRp - openRp),
    credit(buyerId, 'prepaid', amountRp),
  ]);

/**
 * What the seller owes back pays what the buyer owes it.
 *
 *   seller  payable +X  receivable -X
 *   buyer   payable +X  receivable -X
 */
export const setOffPostings = ({ sellerId, buyerId }: Sale, amountRp: number): Posting[] => [
  debit(sellerId, 'payable', amountRp),
  credit(sellerId, 'receivable', amountRp),
  debit(buyerId, 'payable', amountRp),
  credit(buyerId, 'receivable', amountRp),
];

/** Where the organiser keeps what lies between invoices and bills. */
const between = (mode: ContractMode): 'equalisation' | 'sales' =>
  mode === 'direct' ? 'equalisation' : 'sales';

/**
 * A lot has closed: the fee was earned out of what the members paid.
 *
 *   organiser  equalisation (secondary: sales) +F  fees -F
 */
export const feePostings = (
  organiserId: string,
  feesRp: number,
  mode: ContractMode = 'direct',
): Posting[] => [debit(organiserId, between(mode), feesRp), credit(organiserId, 'fees', feesRp)];

/**
 * What a closed lot really cost was less than what was invoiced: the organiser owes the koperasi its part.
 *
 *   koperasi   receivable   +K  purchases -K
 *   organiser  equalisation (secondary: sales) +K  payable   -K
 */
export const closingPostings = (
  { organiserId, koperasiId }: { readonly organiserId: string; readonly koperasiId: string },
  amountRp: number,
  mode: ContractMode = 'direct',
): Posting[] => [
  debit(koperasiId, 'receivable', amountRp),
  credit(koperasiId, 'purchases', amountRp),
  debit(organiserId, between(mode), amountRp),
  credit(organiserId, 'payable', amountRp),
];
