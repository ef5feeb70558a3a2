import { decideAwardSight } from './decide-award-sight.js';

describe('the sight of an award', () => {
  it.each([
    ['own', false, 'computed', 'nothing'],
    ['own', false, 'proposed', 'nothing'],
    ['own', false, 'approved', 'nothing'],
    ['own', true, 'computed', 'nothing'],
    ['own', true, 'proposed', 'proposal'],
    ['own', true, 'approved', 'proposal'],
    ['own', true, 'replaced', 'nothing'],
    ['all', false, 'computed', 'all'],
    ['all', true, 'proposed', 'all'],
  ] as const)('of who sees %s bids, bidder %s, of one that is %s: %s', (sight, isBidder, state, sees) => {
    expect(decideAwardSight({ sight, isBidder, state })).toBe(sees);
  });
});
