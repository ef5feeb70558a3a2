import fc from 'fast-check';
import { RateWindow } from './rate-window.js';

describe('a window of requests', () => {
  it('lets each caller come as often as the limit says, and again in the next one', () => {
    const window = new RateWindow(2, 60_000);
    expect([0, 10, 20].map((nowMs) => window.count('a', nowMs).left)).toEqual([1, 0, -1]);
    expect(window.count('b', 30).left).toBe(1);
    expect(window.count('a', 30_000)).toEqual({ left: -2, resetS: 30 });
    expect(window.count('a', 60_000)).toEqual({ left: 1, resetS: 60 });
  });

  it('never lets more through in one window than the limit, and always names a time to come back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.record({ caller: fc.constantFrom('a', 'b', 'c'), afterMs: fc.nat(400) }), {
          maxLength: 200,
        }),
        (limit, calls) => {
          const window = new RateWindow(limit, 1000);
          const passed: { caller: string; atMs: number }[] = [];
          let nowMs = 0;
          for (const { caller, afterMs } of calls) {
            nowMs += afterMs;
            const { left, resetS } = window.count(caller, nowMs);
            expect(resetS).toBe(1);
            if (left >= 0) passed.push({ caller, atMs: nowMs });
          }
          // Two windows touch at most: within one length of time no more than twice the limit.
          for (const { caller, atMs } of passed)
            expect(
              passed.filter(
                (other) => other.caller === caller && other.atMs >= atMs && other.atMs < atMs + 1000,
              ).length,
            ).toBeLessThanOrEqual(2 * limit);
        },
      ),
    );
  });

  it('forgets of very many callers the one that was away longest, so that its memory ends', () => {
    const window = new RateWindow(3, 1000);
    for (let caller = 0; caller < 50_000; caller += 1) window.count(`caller ${caller}`, 0);
    expect(window.count('caller 0', 0).left).toBe(1);
    // One more: each has a count of its own, and who came again just now is no stranger.
    expect(window.count('one more', 0).left).toBe(2);
    expect(window.count('another', 0).left).toBe(2);
    expect(window.count('one more', 0).left).toBe(1);
    expect(window.count('caller 0', 0).left).toBe(0);
    expect(window.count('caller 1', 0).left).toBe(2);
    expect(window.count('caller 7', 0).left).toBe(1);
  });
});
