import { toSafe } from '../../kernel/quantity.js';
import { assertWhole } from '../../kernel/whole.js';

/**
 * The deposit for lines that can come to cost so much at worst, in whole rupiah, rounded up once for all lines.
 *
 *   Rp26,325,000 at 10 % -> Rp2,632,500
 *   Rp1 at 10 %          -> Rp1
 */
export const depositOf = (worstRp: number, rateBps: number): number => {
  assertWhole(worstRp, 'worstRp');
  assertWhole(rateBps, 'rateBps');
  return toSafe((BigInt(worstRp) * BigInt(rateBps) + 9_999n) / 10_000n);
};

export interface LineToBind {
  readonly lineId: string;
  /** What it can come to cost at most. */
  readonly worstRp: number;
}

/**
 * Which of a koperasi's lines a deposit does not bind: it goes to them in the order in which they were made or last
 * changed; one that it does not cover any more is left out, and a smaller one after it may still be covered.
 *
 *   held Rp2,000,000 at 10 % | A Rp15,000,000, B Rp10,000,000, C Rp5,000,000 -> B
 */
export const listUnbound = (lines: readonly LineToBind[], heldRp: number, rateBps: number): string[] => {
  let boundRp = 0;
  return lines.flatMap(({ lineId, worstRp }) => {
    if (depositOf(boundRp + worstRp, rateBps) > heldRp) return [lineId];
    boundRp += worstRp;
    return [];
  });
};

export interface DepositMoment {
  readonly rateBps: number;
  /** Open for commitments, closed with lots under way, or at its end. */
  readonly phase: 'open' | 'closed' | 'over';
  /** Whether what was paid for withdrawn lines is lost once the pool has closed and goes ahead. */
  readonly forfeitsWithdrawn: boolean;
  /** Worst of the lines that ask for a deposit: all active ones while open, those that are bound afterwards. */
  readonly worstRp: number;
  /** What had been paid for lines when they were withdrawn. */
  readonly paidForWithdrawnRp: number;
  readonly paidRp: number;
  readonly carriedInRp: number;
  readonly carriedOutRp: number;
  readonly appliedRp: number;
  readonly forfeitedRp: number;
  /** What went back or is on its way there. */
  readonly backRp: number;
}

export interface DepositPlan {
  readonly requiredRp: number;
  /** What the koperasi is to have paid in all: the amount of what is due. */
  readonly dueRp: number;
  readonly returnRp: number;
  readonly forfeitRp: number;
}

/** What lies with the organiser and is nobody else's yet; below zero once a payment was taken back. */
export const heldRp = (deposit: DepositMoment): number =>
  deposit.paidRp +
  deposit.carriedInRp -
  deposit.carriedOutRp -
  deposit.appliedRp -
  deposit.forfeitedRp -
  deposit.backRp;

/**
 * What becomes of a koperasi's deposit as things stand. While the pool is open a surplus waits for what is ordered
 * next, and goes back once nothing is ordered any more; afterwards whatever no bound line needs goes back.
 *
 *   open,   asked Rp300, paid Rp100                   -> due Rp300
 *   open,   asked Rp50, paid Rp100                    -> due Rp100, Rp50 wait
 *   open,   asked nothing, paid Rp100                 -> Rp100 back
 *   closed, bound Rp50, paid Rp100                    -> Rp50 back
 *   closed, bound Rp50, paid Rp100, Rp30 of it for withdrawn as a pool declared -> Rp30 forfeited, Rp20 back
 *   closed, bound Rp50, applied Rp20, paid Rp50       -> Rp30 stay
 *   over,   applied Rp20, paid Rp50                   -> Rp30 back
 */
export const planDeposit = (deposit: DepositMoment): DepositPlan => {
  const { phase, rateBps, worstRp, paidForWithdrawnRp, forfeitsWithdrawn, appliedRp, paidRp } = deposit;
  const requiredRp = phase === 'over' ? 0 : depositOf(worstRp, rateBps);
  const held = heldRp(deposit);
  const neededRp = Math.max(0, requiredRp - appliedRp);
  const dueRp = paidRp + Math.max(0, neededRp - held);
  const surplusRp = Math.max(0, held - neededRp);
  const waits = phase === 'open' && (requiredRp > 0 || forfeitsWithdrawn);
  if (waits || surplusRp === 0) return { requiredRp, dueRp, returnRp: 0, forfeitRp: 0 };
  const atStakeRp =
    forfeitsWithdrawn && phase === 'closed' ? Math.max(0, paidForWithdrawnRp - deposit.forfeitedRp) : 0;
  const forfeitRp = Math.min(surplusRp, atStakeRp);
  return { requiredRp, dueRp, returnRp: surplusRp - forfeitRp, forfeitRp };
};
