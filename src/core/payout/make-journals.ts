import { credit, debit, type Posting } from '../ledger/post-journal.js';
import { paidPostings, type Paid } from '../payment/make-journals.js';

/** Who pays whom. */
export interface Transfer {
  readonly payerId: string;
  readonly payeeId: string;
}

const nonZero = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountRp }) => amountRp !== 0);

/**
 * Money has left the payer's bank for the payee's. What it covers of dues is booked as whoever else pays them books it:
 * a deposit is held, claim and debt are cleared. What is over, because a due shrank on the way, the payee owes back.
 *
 *   payer   payable (deposit-held)    +C   receivable +O   bank -(C + O)
 *   payee   receivable (deposit-held) -C   payable    -O   bank +(C + O)
 */
export const payoutPostings = (
  { payerId, payeeId }: Transfer,
  parts: Paid['parts'],
  overRp: number,
): Posting[] => [
  ...paidPostings({ payeeId, payerId, into: 'bank', parts, suspenseRp: 0 }),
  ...nonZero([
    debit(payerId, 'receivable', overRp),
    credit(payerId, 'bank', overRp),
    debit(payeeId, 'bank', overRp),
    credit(payeeId, 'payable', overRp),
  ]),
];

/**
 * What lay in suspense, of a payer nobody knew, was for this due. A deposit stays the payer's, in the payee's hands.
 *
 *   payee   suspense +A                                 receivable -A   (deposit: deposit-held -A)
 *   payer   payable +A   (deposit: deposit-held +A)     bank -A
 */
export const clarifiedPostings = (
  { payerId, payeeId }: Transfer,
  isDeposit: boolean,
  amountRp: number,
): Posting[] => [
  debit(payeeId, 'suspense', amountRp),
  credit(payeeId, isDeposit ? 'deposit-held' : 'receivable', amountRp),
  debit(payerId, isDeposit ? 'deposit-held' : 'payable', amountRp),
  credit(payerId, 'bank', amountRp),
];

/**
 * What lay in suspense was nobody's due: it is owed back to who sent it.
 *
 *   owner    suspense +A    payable -A
 *   sender   receivable +A  bank -A
 */
export const moneyBackPostings = (ownerId: string, senderId: string, amountRp: number): Posting[] => [
  debit(ownerId, 'suspense', amountRp),
  credit(ownerId, 'payable', amountRp),
  debit(senderId, 'receivable', amountRp),
  credit(senderId, 'bank', amountRp),
];

/**
 * The gateway has paid out to the bank what it held, less its fee.
 *
 *   owner   bank +A   gateway-fees +F   gateway -(A + F)
 */
export const gatewaySettlementPostings = (ownerId: string, amountRp: number, feeRp: number): Posting[] =>
  nonZero([
    debit(ownerId, 'bank', amountRp),
    debit(ownerId, 'gateway-fees', feeRp),
    credit(ownerId, 'gateway', amountRp + feeRp),
  ]);
