import { costDeliveries, listMissingSuppliers, listUnserved } from './joint/cost-deliveries.js';
import type { AwardProblem, Delivery, ProblemAward, ProblemBid, ProblemLot } from './joint/award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './joint/plain-terms.js';
import { listLosingCauses } from './list-losing-causes.js';

const bid = (bidId: string, priceRpPerUnit: number, rest: Partial<ProblemBid> = {}): ProblemBid => ({
  ...PLAIN_BID,
  bidId,
  supplierId: `s-${bidId}`,
  lotId: 'rice',
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 100,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
  ...rest,
});

const problem = (
  bids: ProblemBid[],
  lot: Partial<ProblemLot> = {},
  reserved: string[] = [],
): AwardProblem => ({
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: 'rice',
      packSizeMilli: 50_000,
      limitRpPerUnit: 12_000,
      demands: [{ zoneId: 'north', packs: 30 }],
      ...lot,
    },
  ],
  suppliers: bids.map(({ supplierId }) => ({
    ...PLAIN_SUPPLIER,
    supplierId,
    isReserved: reserved.includes(supplierId),
  })),
  bids,
});

const awarded = (of: AwardProblem, deliveries: Delivery[], gapPpm = 0): ProblemAward => {
  const cost = costDeliveries(of, deliveries);
  return {
    deliveries,
    unserved: listUnserved(of, deliveries).filter(({ packs }) => packs > 0),
    missingSuppliers: listMissingSuppliers(of, deliveries),
    cost,
    boundMilliRp: cost.totalMilliRp,
    gapPpm,
    nodes: 0,
    way: 'solver',
    tiesAreSettled: true,
  };
};

const north = (bidId: string, packs: number): Delivery => ({ bidId, zoneId: 'north', packs });

const causes = (of: AwardProblem, deliveries: Delivery[], gapPpm = 0): [string, string][] =>
  listLosingCauses(of, awarded(of, deliveries, gapPpm), 'rice').map(({ bidId, code }) => [bidId, code]);

describe('why a bid got nothing', () => {
  it('is told of bids that cannot take part', () => {
    const bids = [
      bid('a', 10_500),
      bid('b', 12_001),
      bid('c', 9_000, { tiers: [{ fromPacks: 31, priceRpPerUnit: 9_000 }] }),
      bid('d', 9_000, { minimumPacks: 20, capacityPacks: 10 }),
      bid('e', 9_000, { surchargeRpPerUnit: { north: null } }),
      bid('f', 11_000, { surchargeRpPerUnit: { north: 900 }, taxBps: 100 }),
    ];
    expect(causes(problem(bids), [north('a', 30)])).toEqual([
      ['b', 'PRICE_ABOVE_CEILING'],
      ['c', 'MINIMUM_ABOVE_DEMAND'],
      ['d', 'CAPACITY_BELOW_MINIMUM'],
      ['e', 'DELIVERS_TO_NO_ZONE'],
      ['f', 'PRICE_ABOVE_CEILING'],
    ]);
  });

  it('compares what is landed, so that a surcharge can lose a lower price', () => {
    const bids = [bid('a', 10_500), bid('b', 10_400, { surchargeRpPerUnit: { north: 200 } })];
    expect(listLosingCauses(problem(bids), awarded(problem(bids), [north('a', 30)]), 'rice')).toEqual([
      { bidId: 'b', code: 'DEARER', params: { priceRpPerUnit: 10_600, dearestRpPerUnit: 10_500 } },
    ]);
  });

  it('goes by the earlier of equal bids, and by what is left for a minimum', () => {
    const later = { submittedAt: '2026-11-12T03:00:00Z' };
    expect(causes(problem([bid('a', 10_500), bid('b', 10_500, later)]), [north('a', 30)])).toEqual([
      ['b', 'EQUAL_PRICE_LATER'],
    ]);
    const short = [bid('a', 10_500, { capacityPacks: 24 }), bid('d', 10_000, { minimumPacks: 25 })];
    expect(causes(problem(short), [north('a', 24)])).toEqual([['d', 'MINIMUM_ABOVE_REMAINDER']]);
  });

  it('says that a lower price does not help the whole, or only that none was found', () => {
    const bids = [
      bid('a', 10_500),
      bid('b', 10_000, { minimumPacks: 20, capacityPacks: 20, surchargeRpPerUnit: {} }),
    ];
    expect(causes(problem(bids), [north('a', 30)])).toEqual([['b', 'DEARER_IN_TOTAL']]);
    expect(causes(problem(bids), [north('a', 30)], 5)).toEqual([['b', 'NO_CHEAPER_SPLIT_FOUND']]);
  });

  it('names the reserved share where it kept a cheaper bid out', () => {
    const bids = [bid('a', 10_500), bid('b', 10_000)];
    for (const reservedShareBps of [10_000, 6_000]) {
      const of = problem(bids, { reservedShareBps }, ['s-a']);
      expect(causes(of, [north('a', 30)])).toEqual([['b', 'RESERVED_FOR_OTHERS']]);
    }
  });
});

describe('why a bid got nothing of a lot that was sold', () => {
  const sale = (bids: ProblemBid[]): AwardProblem => ({
    ...problem(bids, { limitRpPerUnit: 9_000 }),
    side: 'sell',
  });

  it('is told by the floor and by what others offered', () => {
    const bids = [
      bid('a', 10_500, { capacityPacks: 20 }),
      bid('b', 10_000),
      bid('c', 9_900),
      bid('d', 8_999),
      bid('e', 9_500, { surchargeRpPerUnit: { north: 501 } }),
      bid('f', 10_000, { submittedAt: '2026-11-12T03:00:00Z' }),
    ];
    expect(causes(sale(bids), [north('a', 20), north('b', 10)])).toEqual([
      ['c', 'LOWER'],
      ['d', 'PRICE_BELOW_FLOOR'],
      ['e', 'PRICE_BELOW_FLOOR'],
      ['f', 'EQUAL_PRICE_LATER'],
    ]);
  });

  it('is told of a higher price that would not raise the whole, and of a search that ended', () => {
    const bids = [bid('a', 10_000), bid('b', 11_000, { minimumPacks: 25, capacityPacks: 25 })];
    expect(causes(sale(bids), [north('a', 30)])).toEqual([['b', 'LOWER_IN_TOTAL']]);
    expect(causes(sale(bids), [north('a', 30)], 5)).toEqual([['b', 'NO_BETTER_SALE_FOUND']]);
  });
});
