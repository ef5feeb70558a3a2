import { credit, debit, type Posting } from '../../ledger/post-journal.js';

export interface Applied {
  readonly organiserId: string;
  readonly koperasiId: string;
  readonly amountRp: number;
}

/**
 * A deposit pays a part of what a koperasi owes. Where the organiser itself sells, that is its own claim; where a
 * supplier sells, the organiser holds it for the supplier from now on (see `owedOnPostings`).
 *
 *   organiser  deposit-held +X  receivable -X, or deposit-applied -X
 *   koperasi   payable      +X  deposit-held -X
 */
export const appliedPostings = (
  { organiserId, koperasiId, amountRp }: Applied,
  sellerId: string,
): Posting[] => [
  debit(organiserId, 'deposit-held', amountRp),
  credit(organiserId, sellerId === organiserId ? 'receivable' : 'deposit-applied', amountRp),
  debit(koperasiId, 'payable', amountRp),
  credit(koperasiId, 'deposit-held', amountRp),
];

/**
 * What was applied for another seller becomes an ordinary debt of the organiser's, which is paid out like any other;
 * the seller's claim stays in its books as it is and only changes whom it is on.
 *
 *   organiser  deposit-applied +X  payable -X
 */
export const owedOnPostings = (organiserId: string, amountRp: number): Posting[] => [
  debit(organiserId, 'deposit-applied', amountRp),
  credit(organiserId, 'payable', amountRp),
];

/**
 * A part of a deposit is lost, as the pool declared.
 *
 *   organiser  deposit-held +F  forfeited    -F
 *   koperasi   forfeited    +F  deposit-held -F
 */
export const forfeitedPostings = ({ organiserId, koperasiId, amountRp }: Applied): Posting[] => [
  debit(organiserId, 'deposit-held', amountRp),
  credit(organiserId, 'forfeited', amountRp),
  debit(koperasiId, 'forfeited', amountRp),
  credit(koperasiId, 'deposit-held', amountRp),
];

/**
 * A part of a deposit goes back: it is an ordinary debt of the organiser's from now on, which is paid out like any other.
 *
 *   organiser  deposit-held +R  payable      -R
 *   koperasi   receivable   +R  deposit-held -R
 */
export const goesBackPostings = ({ organiserId, koperasiId, amountRp }: Applied): Posting[] => [
  debit(organiserId, 'deposit-held', amountRp),
  credit(organiserId, 'payable', amountRp),
  debit(koperasiId, 'receivable', amountRp),
  credit(koperasiId, 'deposit-held', amountRp),
];

/**
 * What was to go back is carried on to another pool instead: a deposit again, in the same hands.
 *
 *   organiser  payable      +C  deposit-held -C
 *   koperasi   deposit-held +C  receivable   -C
 */
export const carriedPostings = ({ organiserId, koperasiId, amountRp }: Applied): Posting[] => [
  debit(organiserId, 'payable', amountRp),
  credit(organiserId, 'deposit-held', amountRp),
  debit(koperasiId, 'deposit-held', amountRp),
  credit(koperasiId, 'receivable', amountRp),
];
