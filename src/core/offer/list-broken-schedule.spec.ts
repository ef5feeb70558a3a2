import { listBrokenSchedule, type BoundedSchedule } from './list-broken-schedule.js';

const good: BoundedSchedule = {
  tierKind: 'all-units',
  tiers: [
    { fromPacks: 1, priceRpPerUnit: 11_000 },
    { fromPacks: 20, priceRpPerUnit: 10_500 },
  ],
  capacityPacks: null,
  minimumPacks: 0,
};
const rulesOf = (change: Partial<BoundedSchedule>) =>
  listBrokenSchedule({ ...good, ...change }).map(({ rule, field }) => [rule, field]);

describe('the rules of a schedule', () => {
  it('are kept by a good one, with a capacity or without', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ capacityPacks: 20 })).toEqual([]);
  });

  it.each<[string, Partial<BoundedSchedule>, [string, string][]]>([
    ['no tiers', { tiers: [] }, [['WITHOUT_TIERS', 'tiers']]],
    [
      'thirteen tiers',
      { tiers: Array.from({ length: 13 }, (_, n) => ({ fromPacks: n + 1, priceRpPerUnit: 10 })) },
      [['TIERS_TOO_MANY', 'tiers']],
    ],
    [
      'tiers that do not rise',
      {
        tiers: [
          { fromPacks: 1, priceRpPerUnit: 10 },
          { fromPacks: 1, priceRpPerUnit: 9 },
        ],
      },
      [['TIERS_NOT_RISING', 'tiers.1.fromPacks']],
    ],
    [
      'a price that rises, and one of nothing',
      {
        tiers: [
          { fromPacks: 1, priceRpPerUnit: 0 },
          { fromPacks: 2, priceRpPerUnit: 9 },
        ],
      },
      [
        ['PRICE_NOT_POSITIVE', 'tiers.0.priceRpPerUnit'],
        ['PRICE_RISES_WITH_VOLUME', 'tiers.1.priceRpPerUnit'],
      ],
    ],
    [
      'packs without a price',
      { tiers: [{ fromPacks: 5, priceRpPerUnit: 9 }] },
      [['FIRST_TIER_ABOVE_MINIMUM', 'tiers.0.fromPacks']],
    ],
    [
      'a capacity below the last tier',
      { capacityPacks: 19 },
      [['CAPACITY_BELOW_LAST_TIER', 'capacityPacks']],
    ],
    [
      'a capacity below the minimum',
      { capacityPacks: 20, minimumPacks: 21 },
      [['CAPACITY_BELOW_MINIMUM', 'capacityPacks']],
    ],
  ])('are broken by %s', (_, change, expected) => {
    expect(rulesOf(change)).toEqual(expected);
  });
});
