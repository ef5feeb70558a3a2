/** So many callers a process counts in a window; one more, and the one that was away longest begins anew. */
const MOST_CALLERS = 50_000;

export interface Counted {
  /** How many more may come in this window; negative for one too many. */
  readonly left: number;
  /** Whole seconds until the next window, at least one. */
  readonly resetS: number;
}

/**
 * Counts requests by caller in fixed windows. Everything is forgotten at the end of one, so that memory is
 * bounded and nothing is swept; at the turn of two windows a caller may come twice as often for a moment. So may one
 * that very many others came after, which is better than that they be refused for one another.
 */
export class RateWindow {
  private counts = new Map<string, number>();
  private endsMs = -Infinity;

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** @param nowMs by a clock that never goes back. */
  count(caller: string, nowMs: number): Counted {
    if (nowMs >= this.endsMs) {
      this.counts = new Map();
      this.endsMs = nowMs + this.windowMs;
    }
    const count = (this.counts.get(caller) ?? 0) + 1;
    // A map keeps the order in which its keys were set: first stands who was away longest.
    this.counts.delete(caller);
    this.counts.set(caller, count);
    if (this.counts.size > MOST_CALLERS) this.counts.delete(this.counts.keys().next().value ?? caller);
    return { left: this.limit - count, resetS: Math.max(1, Math.ceil((this.endsMs - nowMs) / 1000)) };
  }
}
