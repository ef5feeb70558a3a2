/** By how much the server's clock is ahead of this phone's, which may be set wrong by a day. */
let aheadMs = 0;

/** Told the `Date` of an answer. */
export const hearClock = (date: string | null): void => {
  const heardMs = Date.parse(date ?? '');
  if (heardMs > 0) aheadMs = heardMs - Date.now();
};

/** Now, by the server's clock as far as it has been heard. */
export const now = (): Date => new Date(Date.now() + aheadMs);

/** A moment of the server's, by this phone's clock. */
export const onThisPhoneMs = (instant: string): number => Date.parse(instant) - aheadMs;
