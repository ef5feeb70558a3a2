/** A tender whose deadline has passed and whose bids nobody has opened. */
export interface UnopenedTender {
  readonly closesAt: Date;
  readonly attempt: number;
  readonly isDeputyCalled: boolean;
  readonly openWithinHours: number;
}

/** After so many biddings that nobody could open, the lot fails. */
export const MOST_ATTEMPTS = 3;

export type UnopenedMove = 'wait' | 'call-deputy' | 'tender-anew' | 'give-up';

const HOUR_MS = 3_600_000;

/** When bidding begins anew if nobody opens what was bid: as long after the deputy is told as before it. */
export const tenderedAnewAt = ({
  closesAt,
  openWithinHours,
}: Pick<UnopenedTender, 'closesAt' | 'openWithinHours'>): Date =>
  new Date(closesAt.getTime() + 2 * openWithinHours * HOUR_MS);

/**
 * What becomes of a tender that is not opened: its key is missing, or its holders are silent.
 *
 *   to be opened within 24 h | 23 h after the deadline   | wait
 *                            | 24 h, deputy not told yet | call-deputy
 *                            | 48 h, first attempt       | tender-anew: new key, bids anew
 *                            | 48 h, third attempt       | give-up: the lot fails
 */
export const judgeUnopened = (tender: UnopenedTender, now: Date): UnopenedMove => {
  const lateMs = now.getTime() - tender.closesAt.getTime();
  if (now.getTime() >= tenderedAnewAt(tender).getTime())
    return tender.attempt < MOST_ATTEMPTS ? 'tender-anew' : 'give-up';
  return lateMs >= tender.openWithinHours * HOUR_MS && !tender.isDeputyCalled ? 'call-deputy' : 'wait';
};
