import type { Words } from '../../kernel/words.js';
import type { PoolSide } from '../side.js';
import { refuseDeposit } from './refusals.js';

export const depositForfeits = ['none', 'line-withdrawn'] as const;
/** What of a deposit is lost, as the pool declares before it opens. */
export type DepositForfeit = (typeof depositForfeits)[number];

export const aboutForfeit: Readonly<Record<DepositForfeit, Words>> = {
  none: { id: 'tidak ada yang hangus.', en: 'nothing is forfeited.' },
  'line-withdrawn': {
    id: 'bila putaran jadi, uang muka yang sudah dibayar untuk pesanan yang ditarik hangus.',
    en: 'if the pool goes ahead, what was paid for commitments that were withdrawn is forfeited.',
  },
};

export interface DepositRule {
  /** Of the worst that a koperasi's lines can come to cost, in 1/10,000. 0: no deposit. */
  readonly rateBps: number;
  readonly forfeit: DepositForfeit;
  /** Within so many days what goes back is paid. */
  readonly returnDays: number;
  /** So long after its closing time a pool waits to hear of payments made before it. */
  readonly graceS: number;
}

/** What is left out is as usual. */
export type DeclaredDeposit = { readonly [Term in keyof DepositRule]?: DepositRule[Term] | undefined };

export const plainDeposit: DepositRule = { rateBps: 0, forfeit: 'none', returnDays: 7, graceS: 900 };

/**
 * Judges and completes what a pool declares of deposits.
 *
 *   buy  | 10 %                    -> 10 %, nothing forfeited, back within 7 days, 15 minutes of grace
 *   sell | 10 %                    -> DEPOSIT_WHEN_SELLING
 *   buy  | 0 %, line-withdrawn     -> FORFEIT_WITHOUT_DEPOSIT
 *
 * @throws Refusal
 */
export const declareDeposit = (side: PoolSide, declared: DeclaredDeposit): DepositRule => {
  const rule = {
    rateBps: declared.rateBps ?? plainDeposit.rateBps,
    forfeit: declared.forfeit ?? plainDeposit.forfeit,
    returnDays: declared.returnDays ?? plainDeposit.returnDays,
    graceS: declared.graceS ?? plainDeposit.graceS,
  };
  if (side === 'sell' && rule.rateBps > 0) throw refuseDeposit('DEPOSIT_WHEN_SELLING', {}, 'deposit.rateBps');
  if (rule.rateBps === 0 && rule.forfeit !== 'none')
    throw refuseDeposit('FORFEIT_WITHOUT_DEPOSIT', {}, 'deposit.forfeit');
  return rule;
};
