import { admitBids } from './admit-bids.js';
import type { BidToAward, LotToAward } from './lot-to-award.js';

const bid = (bidId: string, tiers: [number, number][], rest: Partial<BidToAward> = {}): BidToAward => ({
  bidId,
  supplierId: 's',
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 40,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
  ...rest,
});

const lot = (...bids: BidToAward[]): LotToAward => ({
  lotId: 'lot',
  demandPacks: 30,
  packSizeMilli: 50_000,
  ceilingRpPerUnit: 11_000,
  bids,
});

const refusal = (given: BidToAward): unknown => {
  const { refused } = admitBids(lot(given));
  return refused.map(({ code, params }) => ({ code, params }))[0];
};

describe('admitting bids', () => {
  it('leaves out a tier above the ceiling, not the bid', () => {
    const { admitted, refused } = admitBids(
      lot(
        bid('a', [
          [1, 11_500],
          [20, 10_800],
          [50, 10_000],
        ]),
      ),
    );
    expect(admitted[0]?.tiers).toEqual([{ tier: 1, fromPacks: 20, toPacks: 30, priceRpPerUnit: 10_800 }]);
    expect(refused).toEqual([]);
  });

  it('raises the first packs to the minimum and lowers the last to capacity and next tier', () => {
    const { admitted } = admitBids(
      lot(
        bid(
          'a',
          [
            [1, 10_900],
            [10, 10_800],
            [20, 10_700],
          ],
          { minimumPacks: 12, capacityPacks: 25 },
        ),
      ),
    );
    expect(admitted[0]?.tiers.map(({ fromPacks, toPacks }) => [fromPacks, toPacks])).toEqual([
      [12, 19],
      [20, 25],
    ]);
  });

  it('admits a price at the ceiling', () => {
    expect(admitBids(lot(bid('a', [[1, 11_000]]))).admitted).toHaveLength(1);
  });

  it('ranks by the earlier bid', () => {
    const { admitted } = admitBids(
      lot(bid('a', [[1, 1]], { submittedAt: '2026-11-12T03:00:00Z' }), bid('b', [[1, 1]])),
    );
    expect(admitted.map(({ bid: { bidId }, rank }) => [bidId, rank])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });

  it('names why a bid may not take part', () => {
    expect(
      refusal(
        bid('a', [
          [1, 12_000],
          [10, 11_001],
        ]),
      ),
    ).toEqual({
      code: 'PRICE_ABOVE_CEILING',
      params: { priceRpPerUnit: 11_001, ceilingRpPerUnit: 11_000 },
    });
    expect(refusal(bid('a', [[31, 10_000]]))).toEqual({
      code: 'MINIMUM_ABOVE_DEMAND',
      params: { minimumPacks: 31, demandPacks: 30 },
    });
    expect(refusal(bid('a', [[1, 10_000]], { minimumPacks: 31 }))).toMatchObject({
      code: 'MINIMUM_ABOVE_DEMAND',
    });
    expect(refusal(bid('a', [[20, 10_000]], { capacityPacks: 19 }))).toEqual({
      code: 'CAPACITY_BELOW_MINIMUM',
      params: { capacityPacks: 19, minimumPacks: 20 },
    });
    expect(refusal(bid('a', [[1, 10_000]], { capacityPacks: 0 }))).toMatchObject({
      code: 'CAPACITY_BELOW_MINIMUM',
    });
    expect(refusal(bid('a', []))).toBeDefined();
  });
});
