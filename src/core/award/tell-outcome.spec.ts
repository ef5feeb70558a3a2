import { tellOutcome, type BidStand } from './tell-outcome.js';

const bid: BidStand = {
  action: 'submitted',
  lotState: 'opened',
  isOpened: true,
  hasFailed: false,
  isOut: false,
  awardState: null,
  awardedPacks: 0,
};

describe('how a bid stands, as its bidder is told', () => {
  it.each<[string, Partial<BidStand>, string]>([
    ['before the opening', { lotState: 'bidding', isOpened: false }, 'sealed'],
    ['taken back', { action: 'withdrawn' }, 'withdrawn'],
    ['opened, and not to be taken', { hasFailed: true }, 'not-taken'],
    ['opened, nothing proposed', {}, 'weighed'],
    ['proposed with packs', { awardState: 'proposed', awardedPacks: 40 }, 'proposed'],
    ['proposed without packs', { awardState: 'proposed' }, 'without-packs'],
    ['approved with packs', { lotState: 'awarded', awardState: 'approved', awardedPacks: 40 }, 'won'],
    ['fallen out of an earlier attempt', { isOut: true, awardState: 'proposed' }, 'without-packs'],
    ['of a lot that failed', { lotState: 'failed' }, 'lot-failed'],
    ['taken back of a lot that failed', { lotState: 'failed', action: 'withdrawn' }, 'withdrawn'],
  ])('%s', (_, given, outcome) => {
    expect(tellOutcome({ ...bid, ...given })).toBe(outcome);
  });
});
