import fc from 'fast-check';
import type { BidToAward } from './bid-to-award.js';
import { orderBids } from './order-bids.js';

const bid = (bidId: string, submittedAt: string): BidToAward => ({
  bidId,
  submittedAt,
  supplierId: 's',
  capacityPacks: 1,
  minimumPacks: 0,
  leadTimeDays: 1,
  tiers: [],
});

describe('the order of equal bids', () => {
  it('puts the earlier instant first, then the smaller id, in any time zone', () => {
    const bids = [
      bid('c', '2026-11-12T09:00:00+07:00'),
      bid('a', '2026-11-12T10:00:00+07:00'),
      bid('b', '2026-11-12T02:00:00Z'),
    ];
    expect(orderBids(bids).map(({ bidId }) => bidId)).toEqual(['b', 'c', 'a']);
  });

  it('does not depend on the order of the array', () => {
    const instants = fc.constantFrom(
      '2026-11-12T02:00:00Z',
      '2026-11-12T09:00:00+07:00',
      '2026-11-12T03:00:00Z',
    );
    const bids = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), instants), {
      selector: ([id]) => id,
      maxLength: 8,
    });
    fc.assert(
      fc.property(bids, (pairs) => {
        const given = pairs.map(([id, at]) => bid(id, at));
        expect(orderBids([...given].reverse())).toEqual(orderBids(given));
      }),
    );
  });
});
