import fc from 'fast-check';
import { advancePayout, payoutStates, type PayoutState } from './advance-payout.js';

const play = (news: readonly PayoutState[]): PayoutState => {
  let state: PayoutState = 'proposed';
  for (const next of news)
    try {
      if (advancePayout(state, next)) state = next;
    } catch {
      continue;
    }
  return state;
};

describe('a payout', () => {
  it('goes its way once, and news of where it has been changes nothing', () => {
    expect(play(['approved', 'sent', 'paid', 'sent', 'approved', 'paid'])).toBe('paid');
    expect(play(['approved', 'sent', 'paid', 'returned', 'paid', 'sent'])).toBe('returned');
    expect(play(['approved', 'sent', 'failed', 'sent', 'paid', 'failed'])).toBe('paid');
  });

  it.each([
    ['proposed', 'paid'],
    ['proposed', 'sent'],
    ['refused', 'approved'],
    ['paid', 'failed'],
  ] as const)('is refused from %s to %s', (from, to) => {
    expect(() => advancePayout(from, to)).toThrow('PAYOUT_MOVED_ON');
  });

  it('is never paid without being approved, and ends where it ended however often news comes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...payoutStates), { maxLength: 8 }), (news) => {
        const state = play(news);
        if (['sent', 'paid', 'failed', 'returned'].includes(state)) expect(news).toContain('approved');
        expect(play([...news, ...news.filter((each) => each === state)])).toBe(state);
      }),
    );
  });
});
