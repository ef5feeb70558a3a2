/** A lot whose bids a committee seals, while it waits for its key. */
export interface WaitingLot {
  readonly formedAt: Date;
  /** Of the pool: the time for a step of the seal. */
  readonly withinHours: number;
  readonly isTold: boolean;
  readonly isDeputyCalled: boolean;
}

export type KeyCall =
  | { readonly kind: 'tell'; readonly until: Date }
  | { readonly kind: 'call-deputy'; readonly until: Date }
  | { readonly kind: 'fail' };

const HOUR_MS = 3_600_000;

/**
 * What becomes of a lot without its key: the organiser is told at once, the deputy when the pool's hours have passed,
 * and after as long again the lot fails, for nobody could bid on it.
 *
 *   within 24 h, formed | told, deputy called | answer
 *   just now            | no, no              | tell, until a day later
 *   23 h ago            | yes, no             | nothing
 *   24 h ago            | yes, no             | call the deputy, until two days after it was formed
 *   48 h ago            | yes, yes            | fail
 */
export const callForKey = (lot: WaitingLot, now: Date): KeyCall | undefined => {
  const dueMs = lot.formedAt.getTime() + lot.withinHours * HOUR_MS;
  const defaultMs = dueMs + lot.withinHours * HOUR_MS;
  if (!lot.isTold) return { kind: 'tell', until: new Date(dueMs) };
  if (!lot.isDeputyCalled)
    return now.getTime() >= dueMs ? { kind: 'call-deputy', until: new Date(defaultMs) } : undefined;
  return now.getTime() >= defaultMs ? { kind: 'fail' } : undefined;
};
