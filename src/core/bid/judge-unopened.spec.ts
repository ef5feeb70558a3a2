import { judgeUnopened, MOST_ATTEMPTS, type UnopenedTender } from './judge-unopened.js';

const closesAt = new Date('2026-11-12T03:00:00Z');
const tender = (rest: Partial<UnopenedTender> = {}): UnopenedTender => ({
  closesAt,
  attempt: 1,
  isDeputyCalled: false,
  openWithinHours: 24,
  ...rest,
});
const after = (hours: number): Date => new Date(closesAt.getTime() + hours * 3_600_000);

describe('a tender that nobody opens', () => {
  it.each([
    [0, false, 1, 'wait'],
    [23.999, false, 1, 'wait'],
    [24, false, 1, 'call-deputy'],
    [24, true, 1, 'wait'],
    [47.999, true, 1, 'wait'],
    [48, true, 1, 'tender-anew'],
    // Also where the worker that should have called the deputy was not there.
    [48, false, 1, 'tender-anew'],
    [48, true, MOST_ATTEMPTS - 1, 'tender-anew'],
    [48, true, MOST_ATTEMPTS, 'give-up'],
  ] as const)(
    '%s hours after its deadline, deputy told: %s, attempt %s: %s',
    (hours, told, attempt, move) => {
      expect(judgeUnopened(tender({ isDeputyCalled: told, attempt }), after(hours))).toBe(move);
    },
  );
});
