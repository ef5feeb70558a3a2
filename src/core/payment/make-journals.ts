import { credit, debit, type AccountPurpose, type Posting } from '../ledger/post-journal.js';
import type { DueKind } from './dues.js';

/** Money of one payer for dues of one payee, and where it arrived. */
export interface Paid {
  readonly payeeId: string;
  /** Null: nobody knows who paid. */
  readonly payerId: string | null;
  readonly into: 'gateway-clearing' | 'bank';
  readonly parts: readonly { readonly kind: DueKind; readonly amountRp: number }[];
  /** What came for nothing that is due. */
  readonly suspenseRp: number;
}

const nonZero = (postings: readonly Posting[]): Posting[] =>
  postings.filter(({ amountRp }) => amountRp !== 0);

const sumOf = (parts: Paid['parts'], isDeposit: boolean): number =>
  parts
    .filter(({ kind }) => (kind === 'deposit') === isDeposit)
    .reduce((sum, { amountRp }) => sum + amountRp, 0);

/**
 * Money has come, for dues or for nothing that is due. A deposit becomes what its holder owes and its payer has.
 *
 *   payee  gateway-clearing (bank) +A   receivable -A   (deposit: deposit-held -A)   (unknown: suspense -A)
 *   payer  payable +A  (deposit: deposit-held +A)  (unknown: suspense +A)   bank -A
 */
export const paidPostings = ({ payeeId, payerId, into, parts, suspenseRp }: Paid): Posting[] => {
  const dueRp = sumOf(parts, false);
  const depositRp = sumOf(parts, true);
  const allRp = dueRp + depositRp + suspenseRp;
  const payee = [
    debit(payeeId, into, allRp),
    credit(payeeId, 'receivable', dueRp),
    credit(payeeId, 'deposit-held', depositRp),
    credit(payeeId, 'suspense', suspenseRp),
  ];
  if (payerId === null) return nonZero(payee);
  return nonZero([
    ...payee,
    debit(payerId, 'payable', dueRp),
    debit(payerId, 'deposit-held', depositRp),
    debit(payerId, 'suspense', suspenseRp),
    credit(payerId, 'bank', allRp),
  ]);
};

/** The same the other way round: what a reversal posts. Money that has moved on since is taken from where it stands now. */
export const reversedPostings = (
  postings: readonly Posting[],
  moved: Partial<Record<AccountPurpose, AccountPurpose>> = {},
): Posting[] =>
  postings.map(({ partyId, purpose, amountRp }) => ({
    partyId,
    purpose: moved[purpose] ?? purpose,
    amountRp: 0 - amountRp,
  }));

/**
 * The channel can take nothing back any more.
 *
 *   payee  gateway +A   gateway-clearing -A
 */
export const clearedPostings = (payeeId: string, amountRp: number): Posting[] => [
  debit(payeeId, 'gateway', amountRp),
  credit(payeeId, 'gateway-clearing', amountRp),
];

/**
 * Money that came for nothing is what the payer owed after all.
 *
 *   payee  suspense +A  receivable -A (deposit: deposit-held -A);  payer  payable (deposit-held) +A  suspense -A
 */
export const appliedPostings = (
  { payeeId, payerId }: { readonly payeeId: string; readonly payerId: string },
  kind: DueKind,
  amountRp: number,
): Posting[] => {
  const isDeposit = kind === 'deposit';
  return [
    debit(payeeId, 'suspense', amountRp),
    credit(payeeId, isDeposit ? 'deposit-held' : 'receivable', amountRp),
    debit(payerId, isDeposit ? 'deposit-held' : 'payable', amountRp),
    credit(payerId, 'suspense', amountRp),
  ];
};

/**
 * Money that came for nothing goes back: from now on it is owed.
 *
 *   payee  suspense +A  payable -A;  payer  receivable +A  suspense -A
 */
export const owedBackPostings = (
  { payeeId, payerId }: { readonly payeeId: string; readonly payerId: string },
  amountRp: number,
): Posting[] => [
  debit(payeeId, 'suspense', amountRp),
  credit(payeeId, 'payable', amountRp),
  debit(payerId, 'receivable', amountRp),
  credit(payerId, 'suspense', amountRp),
];

/**
 * What a bank took back had been given back, or used, already: who was paid twice owes it again. Of a due that was billed
 * the reversal has opened claim and debt already; a deposit's becomes such; what had come for nothing and was used as a
 * credit, or paid out, is missing at both parties' suspense.
 *
 *   of a deposit     payee  receivable +A  deposit-held -A;  payer  deposit-held +A  payable -A
 *   was kept apart   payee  receivable +A  suspense -A;      payer  suspense +A      payable -A
 */
export const askedAgainPostings = (
  { payeeId, payerId }: { readonly payeeId: string; readonly payerId: string },
  { kind, wasKeptApart }: { readonly kind: DueKind; readonly wasKeptApart: boolean },
  amountRp: number,
): Posting[] => {
  const from = wasKeptApart ? 'suspense' : 'deposit-held';
  if (!wasKeptApart && kind !== 'deposit') return [];
  return [
    debit(payeeId, 'receivable', amountRp),
    credit(payeeId, from, amountRp),
    debit(payerId, from, amountRp),
    credit(payerId, 'payable', amountRp),
  ];
};

/**
 * The gateway gave money back to who had paid, for what its collector owed them.
 *
 *   collector  payable +A  gateway -A;  who had paid  bank +A  receivable -A
 */
export const refundedPostings = (
  { payeeId, payerId }: { readonly payeeId: string; readonly payerId: string },
  amountRp: number,
): Posting[] => [
  debit(payeeId, 'payable', amountRp),
  credit(payeeId, 'gateway', amountRp),
  debit(payerId, 'bank', amountRp),
  credit(payerId, 'receivable', amountRp),
];
