import type { AccountPurpose } from './post-journal.js';
import { refuseLedger } from './refusals.js';

export const MAX_DAYS = 366;
export const MAX_LINES = 5_000;
const DAY_MS = 86_400_000;

/** A posting of the party's, with what its journal says. */
export interface StatementPosting {
  readonly journalId: string;
  readonly kind: string;
  readonly businessKey: string;
  /** The paper, as people know it. */
  readonly reference: string | null;
  readonly reversesId: string | null;
  readonly effectiveAt: Date;
  readonly postedAt: Date;
  readonly purpose: AccountPurpose;
  readonly amountRp: number;
}

export interface Opening {
  readonly purpose: AccountPurpose;
  readonly balanceRp: number;
}

export interface StatementAccount {
  readonly purpose: AccountPurpose;
  readonly openingRp: number;
  readonly debitRp: number;
  readonly creditRp: number;
  readonly closingRp: number;
}

/** @throws Refusal when the period ends before it begins, or is longer than a year. */
export const requirePeriod = (from: string, to: string): void => {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
  if (days < 1) throw refuseLedger('STATEMENT_BACKWARDS');
  if (days > MAX_DAYS) throw refuseLedger('STATEMENT_TOO_LONG', { maxDays: MAX_DAYS, maxLines: MAX_LINES });
};

/**
 * A statement of account (rekening koran): what stood on each account before, each posting in its order with what
 * its account holds after it, and what stands at the end.
 *
 *   bank 100 before; +20, -50 -> lines 120, 70; closing 70 of debits 20 and credits 50
 *
 * @throws Refusal when there are more lines than a statement holds.
 */
export const writeStatement = <Line extends StatementPosting>(
  openings: readonly Opening[],
  postings: readonly Line[],
): { accounts: StatementAccount[]; lines: (Line & { readonly balanceRp: number })[] } => {
  if (postings.length > MAX_LINES)
    throw refuseLedger('STATEMENT_TOO_LONG', { maxDays: MAX_DAYS, maxLines: MAX_LINES });
  const sums = new Map<AccountPurpose, { openingRp: number; debitRp: number; creditRp: number }>();
  const sumOf = (purpose: AccountPurpose): { openingRp: number; debitRp: number; creditRp: number } => {
    const known = sums.get(purpose) ?? { openingRp: 0, debitRp: 0, creditRp: 0 };
    sums.set(purpose, known);
    return known;
  };
  for (const { purpose, balanceRp } of openings) sumOf(purpose).openingRp = balanceRp;
  const closing = (sum: { openingRp: number; debitRp: number; creditRp: number }): number =>
    sum.openingRp + sum.debitRp - sum.creditRp;
  const lines = postings.map((posting) => {
    const sum = sumOf(posting.purpose);
    sum.debitRp += Math.max(0, posting.amountRp);
    sum.creditRp += Math.max(0, -posting.amountRp);
    return { ...posting, balanceRp: closing(sum) };
  });
  const accounts = [...sums]
    .map(([purpose, sum]) => ({ purpose, ...sum, closingRp: closing(sum) }))
    .filter(({ openingRp, debitRp, creditRp }) => openingRp !== 0 || debitRp !== 0 || creditRp !== 0)
    .sort((a, b) => (a.purpose < b.purpose ? -1 : 1));
  return { accounts, lines };
};
