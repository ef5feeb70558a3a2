import fc from 'fast-check';
import { askAgainInMs, consequenceOf, nextCall } from './next-call.js';

const HOUR = 3_600_000;

describe('a payout by the gateway', () => {
  it('is made again under its key while the gateway keeps it, and then never', () => {
    expect(nextCall({ referenceNo: null, ageMs: 60_000 })).toBe('create');
    expect(nextCall({ referenceNo: null, ageMs: 21 * HOUR })).toBe('give-up');
    expect(nextCall({ referenceNo: 'a', ageMs: 100 * HOUR })).toBe('ask-status');
  });

  it.each([
    ['queued', 'sent', 'approve'],
    ['approved', 'sent', 'wait'],
    ['processed', 'sent', 'wait'],
    ['completed', 'sent', 'settle'],
    ['completed', 'paid', 'wait'],
    ['queued', 'paid', 'wait'],
    ['failed', 'sent', 'fail'],
    ['rejected', 'sent', 'fail'],
    ['failed', 'paid', 'return'],
  ] as const)('that is %s (ours %s) means %s', (status, state, means) => {
    expect(consequenceOf(status, state)).toBe(means);
  });

  it.each(['failed', 'returned', 'refused'] as const)(
    'of one that is %s nothing follows any more',
    (state) => {
      for (const status of ['queued', 'completed', 'failed', 'rejected'] as const)
        expect(consequenceOf(status, state)).toBe('nothing');
    },
  );

  it('is asked for ever more rarely, and no more once its bank can no longer send it back', () => {
    fc.assert(
      fc.property(fc.nat(30 * 24 * HOUR), (ageMs) => {
        expect(askAgainInMs(false, ageMs)).toBeGreaterThanOrEqual(5_000);
        expect(askAgainInMs(false, ageMs)).toBeLessThanOrEqual(15 * 60_000);
        expect(askAgainInMs(true, ageMs) === null).toBe(ageMs >= 7 * 24 * HOUR);
      }),
    );
  });
});
