import { depositOf } from './reckon-deposit.js';

/** A line as long as it stood; moments are milliseconds. */
export interface StandingLine {
  /** What it could come to cost at most. */
  readonly worstRp: number;
  readonly fromMs: number;
  /** When it was withdrawn; null: it was not. */
  readonly untilMs: number | null;
}

/** Money that came, at the time it was paid; what was taken back counts as never paid. */
export interface MoneyIn {
  readonly amountRp: number;
  readonly paidMs: number;
}

/**
 * What had been paid for lines at the moment when each was withdrawn: what was there by then and was not needed for the
 * lines that stood beside it. Money that came later was paid for others.
 *
 *   at 10 %: A Rp1,000 | Rp100 paid, A withdrawn                          -> Rp100
 *                      | A withdrawn; then B Rp1,000 and Rp100 paid       -> 0
 *                      | B Rp500 beside it, Rp120 paid; A withdrawn       -> Rp70
 */
export const paidForWithdrawn = (
  lines: readonly StandingLine[],
  money: readonly MoneyIn[],
  rateBps: number,
): number => {
  const withdrawn = lines
    .flatMap(({ worstRp, untilMs }) => (untilMs === null ? [] : [{ worstRp, atMs: untilMs }]))
    .sort((one, other) => one.atMs - other.atMs);
  let paidRp = 0;
  for (const { worstRp, atMs } of withdrawn) {
    const thereRp = money.reduce((sum, { amountRp, paidMs }) => sum + (paidMs <= atMs ? amountRp : 0), 0);
    const besideRp = lines
      .filter(({ fromMs, untilMs }) => fromMs <= atMs && (untilMs === null || untilMs > atMs))
      .reduce((sum, line) => sum + line.worstRp, 0);
    const spareRp = thereRp - depositOf(besideRp, rateBps) - paidRp;
    paidRp += Math.max(0, Math.min(depositOf(worstRp, rateBps), spareRp));
  }
  return paidRp;
};
