import fc from 'fast-check';
import {
  countAttempt,
  gates,
  gatesThatCount,
  isKnownPair,
  secondsToWait,
  type GateName,
  type Tally,
} from './judge-attempts.js';

const NOW = new Date('2026-11-22T03:00:00Z');
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const tally = (gate: GateName, some: Partial<Tally> = {}): Tally => ({
  gate,
  failures: 0,
  leakedAt: null,
  blockedUntil: null,
  succeededAt: null,
  ...some,
});

/** Fails again and again, each time as soon as it may; the seconds waited before each. */
const failOn = (gate: GateName, times: number): number[] => {
  const waits: number[] = [];
  let now = NOW;
  let state = tally(gate);
  for (let time = 0; time < times; time += 1) {
    const waitS = secondsToWait([state], now);
    waits.push(waitS);
    now = new Date(now.getTime() + waitS * 1000);
    state = { ...state, ...countAttempt(state, now) };
  }
  return waits;
};

describe('an attempt', () => {
  it('is free at first, then waits twice as long each time, up to a most', () => {
    expect(failOn('pair', 18)).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('forgets one failure after another, a turn each, also while new ones come', () => {
    const { leakS } = gates.address;
    const busy = tally('address', { failures: 90, leakedAt: later(-10 * leakS - 5) });
    expect(countAttempt(busy, NOW)).toEqual({ failures: 81, leakedAt: later(-5), blockedUntil: null });
    expect(countAttempt({ ...busy, failures: 10 }, NOW)).toEqual({
      failures: 1,
      leakedAt: NOW,
      blockedUntil: null,
    });
    // A typing error every half minute, all year: less than is forgotten, so that the village stays welcome.
    let state = tally('address');
    for (let time = 0; time < 5_000; time += 1) {
      const now = later(time * (leakS + 1));
      state = { ...state, ...countAttempt(state, now) };
      expect(state.blockedUntil).toBeNull();
    }
  });

  it('waits for the gate that is closed longest, in whole seconds', () => {
    const closed = [
      tally('pair', { blockedUntil: later(0.2) }),
      tally('address', { blockedUntil: later(12.5) }),
      tally('account', { blockedUntil: later(-5) }),
    ];
    expect(secondsToWait(closed, NOW)).toBe(13);
    expect(secondsToWait([], NOW)).toBe(0);
  });

  it('does not meet the gates that strangers and neighbours closed where the person has signed in before', () => {
    const address = tally('address', { failures: 500, blockedUntil: later(300) });
    const account = tally('account', { failures: 500, blockedUntil: later(60) });
    const known = tally('pair', { succeededAt: later(-86_400 * 89) });
    expect(gatesThatCount([known, account, address], NOW)).toEqual([known]);
    const stranger = tally('pair', { succeededAt: later(-86_400 * 91) });
    expect(gatesThatCount([stranger, account, address], NOW)).toEqual([stranger, account, address]);
    expect(isKnownPair(tally('pair'), NOW)).toBe(false);
  });

  it('never closes a gate for longer than its most, however many tried: nobody is locked out for good', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(gates) as GateName[])),
        fc.nat(2_000_000_000),
        (gate, failures) => {
          const { blockedUntil } = countAttempt(tally(gate, { failures, leakedAt: NOW }), NOW);
          const closedS = blockedUntil === null ? 0 : (blockedUntil.getTime() - NOW.getTime()) / 1000;
          expect(closedS).toBeLessThanOrEqual(gates[gate].mostS);
          expect(closedS > 0).toBe(failures >= gates[gate].free);
        },
      ),
    );
  });

  it('never makes a gate more open than one failure less would', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(gates) as GateName[])), fc.nat(60), (gate, failures) => {
        const closed = (count: number): number =>
          countAttempt(tally(gate, { failures: count, leakedAt: NOW }), NOW).blockedUntil?.getTime() ?? 0;
        expect(closed(failures + 1)).toBeGreaterThanOrEqual(closed(failures));
      }),
    );
  });
});
