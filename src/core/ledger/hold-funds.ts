import { assertWhole } from '../kernel/whole.js';
import type { AccountPurpose, Posting } from './post-journal.js';
import { refuseLedger } from './refusals.js';

export const holdStates = ['pending', 'posted', 'voided'] as const;
export type HoldState = (typeof holdStates)[number];

/**
 * Money set aside on one account for a journal to come, in two phases as TigerBeetle's pending transfers are: it is
 * pending, then posted by that journal or voided, each at most once. Meanwhile it is not available to another hold.
 */
export interface Hold {
  readonly partyId: string;
  readonly purpose: AccountPurpose;
  readonly amountRp: number;
  readonly state: HoldState;
}

/** What stands on an account, be it an asset (debits) or owed (credits), less what is held of it; in rupiah. */
export const availableRp = (balanceRp: number, pendingRp: number): number => Math.abs(balanceRp) - pendingRp;

/**
 * Whether so much may be set aside.
 *
 *   bank +100, held 70 -> 30 may be held; deposits owed -100, held 0 -> 100
 *
 * @throws Refusal when more is asked for than is available.
 */
export const holdFunds = (
  amountRp: number,
  account: { readonly balanceRp: number; readonly pendingRp: number },
): void => {
  assertWhole(amountRp, 'amountRp');
  const available = availableRp(account.balanceRp, account.pendingRp);
  if (amountRp > available)
    throw refuseLedger('HOLD_ABOVE_AVAILABLE', { amountRp, availableRp: Math.max(0, available) });
};

/**
 * A hold as its journal posts it: the journal moves what was held, or a part of it, and what is left is free again.
 * @throws Refusal when it has ended, or the journal moves nothing or more on its account.
 */
export const postHold = (hold: Hold, postings: readonly Posting[]): 'posted' => {
  if (hold.state === 'posted') throw refuseLedger('HOLD_ALREADY_POSTED');
  if (hold.state === 'voided') throw refuseLedger('HOLD_ALREADY_VOIDED');
  const movedRp = Math.abs(
    postings
      .filter(({ partyId, purpose }) => partyId === hold.partyId && purpose === hold.purpose)
      .reduce((sum, { amountRp }) => sum + amountRp, 0),
  );
  if (movedRp === 0 || movedRp > hold.amountRp)
    throw refuseLedger('HOLD_DOES_NOT_COVER', { movedRp, amountRp: hold.amountRp });
  return 'posted';
};

/**
 * A hold as it is let go; one that was let go before stays so.
 * @throws Refusal when it has been posted.
 */
export const voidHold = (hold: Pick<Hold, 'state'>): 'voided' => {
  if (hold.state === 'posted') throw refuseLedger('HOLD_ALREADY_POSTED');
  return 'voided';
};
