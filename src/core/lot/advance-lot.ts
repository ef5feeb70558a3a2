import { refuseLot } from './refusals.js';

export const lotStates = [
  'bidding',
  'opened',
  'awarded',
  'contracted',
  'delivering',
  'settled',
  'failed',
] as const;
export type LotState = (typeof lotStates)[number];

/** Where a lot may go from where it is. What is contracted can no longer fail: it is delivered or made good. */
const allowed: Readonly<Record<LotState, readonly LotState[]>> = {
  bidding: ['opened', 'failed'],
  opened: ['awarded', 'failed'],
  // Back to opened when a bid falls out that was awarded: the lot is awarded anew among the others.
  awarded: ['contracted', 'opened', 'failed'],
  contracted: ['delivering'],
  delivering: ['settled'],
  settled: [],
  failed: [],
};

/** A lot that has come to its end: nothing moves it any more. */
export const isFinished = (state: LotState): boolean => allowed[state].length === 0;

/** The states in which the public may see bids, award and shares: a contract has been signed. */
export const isContracted = (state: LotState): boolean =>
  state === 'contracted' || state === 'delivering' || state === 'settled';

export interface LotMove {
  readonly from: LotState;
  readonly to: LotState;
  readonly failedReason: string | null;
}

/**
 * Decides a lot's next state. Moving to where it already is, is no move (undefined): of two trucks that
 * leave at once, the second finds the lot delivering and is right all the same.
 * @throws Refusal LOT_CANNOT_MOVE_THERE, LOT_FAILS_WITHOUT_REASON
 */
export const advanceLot = (from: LotState, to: LotState, reason?: string): LotMove | undefined => {
  if (from === to) return undefined;
  if (!allowed[from].includes(to)) throw refuseLot('LOT_CANNOT_MOVE_THERE', { from, to });
  if (to !== 'failed') return { from, to, failedReason: null };
  if (reason === undefined || reason === '') throw refuseLot('LOT_FAILS_WITHOUT_REASON');
  return { from, to, failedReason: reason };
};
