import { admitBids } from './admit-bids.js';
import { awardDirectly } from './award-directly.js';
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

const directly = (...bids: BidToAward[]): { picks: [string, number][]; unserved: number } | null => {
  const lot: LotToAward = {
    lotId: 'lot',
    demandPacks: 30,
    packSizeMilli: 50_000,
    ceilingRpPerUnit: 11_000,
    bids,
  };
  const plan = awardDirectly(lot, admitBids(lot).admitted);
  return (
    plan && {
      picks: plan.picks.map(({ bid: winner, packs }) => [winner.bid.bidId, packs]),
      unserved: plan.unservedPacks,
    }
  );
};

// That both ways agree is a property of computeAward: see modules/award/engine/compute-award.spec.ts.
describe('awarding directly', () => {
  it('leaves all unserved when nobody is admitted', () => {
    expect(directly()).toEqual({ picks: [], unserved: 30 });
    expect(directly(bid('a', [[1, 12_000]]))).toEqual({ picks: [], unserved: 30 });
  });

  it('gives the only bid what serves the lot best', () => {
    expect(directly(bid('a', [[1, 10_800]], { capacityPacks: 25 }))).toEqual({
      picks: [['a', 25]],
      unserved: 5,
    });
    expect(
      directly(
        bid(
          'a',
          [
            [1, 10_000],
            [20, 10_900],
          ],
          { capacityPacks: 25 },
        ),
      ),
    ).toEqual({ picks: [['a', 19]], unserved: 11 });
  });

  it('gives all to the bid whose price for all is the lowest there is', () => {
    expect(
      directly(
        bid('a', [
          [1, 10_900],
          [30, 10_500],
        ]),
        bid('b', [[1, 10_501]]),
      ),
    ).toEqual({ picks: [['a', 30]], unserved: 0 });
  });

  it('gives all to the earlier of two such bids', () => {
    const later = bid('a', [[1, 10_500]], { submittedAt: '2026-11-12T03:00:00Z' });
    expect(directly(later, bid('b', [[1, 10_500]]))?.picks).toEqual([['b', 30]]);
  });

  it('leaves to the solver what it cannot see', () => {
    expect(directly(bid('a', [[1, 10_500]], { capacityPacks: 20 }), bid('b', [[1, 10_800]]))).toBeNull();
    // An earlier bid as cheap for a part goes before the later one that could serve all.
    expect(directly(bid('a', [[1, 10_500]], { capacityPacks: 20 }), bid('b', [[1, 10_500]]))).toBeNull();
  });
});
