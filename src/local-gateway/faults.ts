/** Where a fault strikes. */
export const faultPlaces = [
  'charge',
  'snap',
  'status',
  'cancel',
  'expire',
  'refund',
  'payout',
  'notification',
  'any',
] as const;
export type FaultPlace = (typeof faultPlaces)[number];

/**
 * timeout: nothing is done and no answer comes; timeout-after-success: it is done and no answer comes; 500 and
 * 500-after-success likewise; 429: nothing is done; malformed: it is done and answered with what is no JSON;
 * dropped: it is done and the connection cut; slow: it is done, and answered two seconds later.
 * Of notifications: duplicate: sent twice; lost: its first attempt goes nowhere.
 */
export const faultKinds = [
  'timeout',
  'timeout-after-success',
  '500',
  '500-after-success',
  '429',
  'malformed',
  'dropped',
  'slow',
  'duplicate',
  'lost',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly on: FaultPlace;
  readonly kind: FaultKind;
  /** How often; once unless told. */
  readonly times?: number;
  /** Only for this order. */
  readonly orderId?: string;
}

/** Faults that wait for their occasion, the oldest first. */
export class Faults {
  private waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault that strikes here, used up by this. */
  take(place: FaultPlace, orderId: string | undefined): FaultKind | undefined {
    const found = this.waiting.find(
      ({ fault }) =>
        (fault.on === place || (fault.on === 'any' && place !== 'notification')) &&
        (fault.orderId === undefined || fault.orderId === orderId),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    return found.fault.kind;
  }
}
