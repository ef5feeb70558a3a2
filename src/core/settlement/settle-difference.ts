import { groupBy } from '../kernel/group-by.js';
import { sumOf } from '../kernel/sum-of.js';

/** What is still to be paid of an invoice, so many days after receipt. */
export interface Balance {
  readonly paymentDays: number;
  readonly amountRp: number;
}

export interface Difference {
  /** Of what is invoiced, what had been asked for before. */
  readonly askedRp: number;
  /** Sooner first; of one term one. */
  readonly balances: readonly Balance[];
  /** What was asked for and is not invoiced. */
  readonly creditRp: number;
}

/**
 * Lays an invoice beside what was asked for before the goods left. The request pays what is due soonest first; what
 * it leaves is asked for still, at its own term; what of it is left over is credited.
 *
 *   asked Rp100 | invoiced Rp90 at once             | credit Rp10
 *   asked Rp100 | invoiced Rp90 at once, Rp50 in 14 | balance Rp40 in 14 days
 *   asked Rp0   | invoiced Rp30 in 30, Rp50 in 14   | balances Rp50 in 14, Rp30 in 30 days
 *
 * Always: asked for before + balances = invoiced + credit.
 */
export const settleDifference = (requestRp: number, lines: readonly Balance[]): Difference => {
  const terms = [...groupBy(lines, ({ paymentDays }) => String(paymentDays))]
    .map(([days, own]) => ({ paymentDays: Number(days), amountRp: sumOf(own, ({ amountRp }) => amountRp) }))
    .sort((one, other) => one.paymentDays - other.paymentDays);
  let left = requestRp;
  const balances = terms.flatMap(({ paymentDays, amountRp }) => {
    const paidRp = Math.min(left, amountRp);
    left -= paidRp;
    return amountRp > paidRp ? [{ paymentDays, amountRp: amountRp - paidRp }] : [];
  });
  return { askedRp: requestRp - left, balances, creditRp: left };
};
