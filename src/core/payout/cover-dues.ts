import type { DueKind } from '../payment/dues.js';

/** A due that a payout is to pay, and how it stands now that the money has moved. */
export interface PaidDue {
  readonly dueId: string;
  readonly kind: DueKind;
  /** What the payout was to pay of it. */
  readonly amountRp: number;
  /** What is open of it by now: less, when something else covered it meanwhile. */
  readonly openRp: number;
}

export interface Covering {
  readonly covers: readonly Pick<PaidDue, 'dueId' | 'kind' | 'amountRp'>[];
  /** Paid for nothing that was still owed. */
  readonly overRp: number;
}

/**
 * Lays what was paid on the dues it was for, none beyond what is open of it.
 *
 *   paid Rp70 + Rp30; open Rp70 and Rp20 -> covers Rp70 and Rp20, Rp10 over
 */
export const coverDues = (dues: readonly PaidDue[]): Covering => {
  const covers = dues
    .map(({ dueId, kind, amountRp, openRp }) => ({ dueId, kind, amountRp: Math.min(amountRp, openRp) }))
    .filter(({ amountRp }) => amountRp > 0);
  const sumOf = (parts: Covering['covers']): number => parts.reduce((sum, { amountRp }) => sum + amountRp, 0);
  return { covers, overRp: sumOf(dues) - sumOf(covers) };
};
