import { listStandingBids } from './list-standing-bids.js';

describe('the bids that stand', () => {
  it('are those not out whose last day has not passed', () => {
    const bids = [
      { bidId: 'a' },
      { bidId: 'b', validUntil: '2026-11-27' },
      { bidId: 'c', validUntil: '2026-11-28' },
      { bidId: 'd', validUntil: null },
    ];
    const standing = (out: string[], today: string) =>
      listStandingBids(bids, new Set(out), today).map(({ bidId }) => bidId);
    expect(standing([], '2026-11-01')).toEqual(['a', 'b', 'c', 'd']);
    expect(standing(['a'], '2026-11-28')).toEqual(['c', 'd']);
    expect(standing(['a', 'd'], '2026-11-29')).toEqual([]);
  });
});
